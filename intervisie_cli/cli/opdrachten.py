"""The commands by name, with the line that help shows: each is `run` in `commands/<name>`."""

from typing import Final

# `--help` and Tab show these without the import of fifteen modules.
OPDRACHTEN: Final = {
    "init": "Maak een nieuwe groep, of doe mee met een groep die er al is.",
    "new": "Bereid een sessie voor.",
    "herinner": "Maak een berichtje voor de groepschat over de sessie die komt.",
    "step": "Doe de volgende stap van de sessie.",
    "mee": "Doe mee met de sessie, op je eigen laptop.",
    "notitie": "Schrijf iets op in je eigen notulen.",
    "wijzig": "Verander een sessie: wie er is, wie begeleidt, welke rondes.",
    "status": "Laat zien waar de sessie staat.",
    "scherm": "Maak een scherm om te delen in de call: stap, tijd en wie er is.",
    "show": "Laat alle notulen van een sessie zien.",
    "export": "Maak van de notulen een bestand, buiten de groep.",
    "bewijs": "Maak een bewijs dat je er was, zonder wat er is gezegd.",
    "reflectie": "Schrijf op wat een sessie voor jou betekende; alleen voor jou.",
    "verslag": "Maak van een sessie en je reflectie een verslag om in te leveren.",
    "site": "Maak een pagina van alles wat de groep deed, om terug te lezen.",
    "log": "Kijk terug: hulpvragen, adviezen en actieplannen.",
    "check": "Kijk na of acties SMART zijn, vragen open en notulen compleet.",
    "actie": "Houd bij hoe het met de acties gaat.",
    "lid": "Laat zien wie er in de groep zitten, en houd dat bij.",
    "instellingen": "Laat zien wat de groep koos, en kies anders.",
    "sync": "Deel wat hier is vastgelegd, en haal op wat anderen vastlegden.",
    "vertrouw": "Vertrouw de instellingen van deze map, als jij ze zo hebt gemaakt.",
    "overzicht": "Toon het draaiboek, of lege notulen om te printen.",
    "undo": "Neem de laatst vastgelegde stap terug.",
    "demo": "Speel een voorbeeld af in een nieuwe groep.",
    "doctor": "Zoek uit wat er mis is, en hoe je het herstelt.",
}

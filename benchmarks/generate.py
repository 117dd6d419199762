"""Makes a group with many finished sessies, in plain Dutch.

Each sessie has eight files; all are in one commit, and the same seed gives the same group.
"""

import random
import subprocess
from datetime import date, timedelta
from pathlib import Path

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep, Lid, Plek, Ronde, Sessie, plekken
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import new_markdown

_LEDEN = ("mirthe", "kim", "tim")
_BEGIN = (
    "Hoe kan ik",
    "Wat helpt mij om",
    "Hoe lukt het mij om",
    "Waardoor kan ik beter",
    "Ik wil vaker",
    "Het kost me moeite om",
    "Samen spraken we af om",
    "Kim stelde voor om",
    "Tim vroeg wat er nodig is om",
    "Ik begin morgen met",
    "Vorige week lukte het niet om",
    "Niemand verwacht van me dat het lukt om",
    "Ik kan best",
)
_DOEN = (
    "mijn dag plannen",
    "op tijd beginnen",
    "mijn aandacht erbij houden",
    "samen leren",
    "mijn tentamen halen",
    "de samenvatting schrijven",
    "het hoofdstuk over statistiek lezen",
    "mijn telefoon weg te leggen",
    "hulp vragen",
    "een mail aan mijn docent sturen",
    "het verslag afmaken",
    "de presentatie oefenen",
    "mijn stage zoeken",
    "sporten",
    "genoeg slapen",
    "de deadline van scheikunde halen",
    "mijn scriptie inleveren",
    "nee zeggen",
    "rust nemen",
    "contact houden met medestudenten",
    "mijn kamer opruimen",
    "aantekeningen uitwerken",
    "oude toetsen maken",
    "mijn zenuwen de baas zijn",
    "de groepsopdracht verdelen",
    "feedback vragen",
    "met geld omgaan",
    "boodschappen doen",
    "een vaste werkplek maken",
    "minder piekeren",
    "de colleges terugkijken",
    "Engels oefenen",
    "programmeren leren",
    "mijn motivatie vasthouden",
    "keuzes maken",
    "het rooster volgen",
    "pauzes nemen",
    "de formules onthouden",
    "een bijbaan combineren met mijn studie",
    "voor mijn oma zorgen",
    "mijn twijfel over de opleiding bespreken",
)
_WANNEER = (
    "op maandag",
    "elke ochtend",
    "voor het weekend",
    "na de les",
    "in de bibliotheek",
    "met mijn groep",
    "thuis",
    "zonder afleiding",
    "tot de vakantie",
    "in de trein",
    "om half negen",
    "na het eten",
    "deze periode",
    "in januari",
    "met een kookwekker",
    "aan de keukentafel",
    "twee keer per week",
    "voor 1 december",
    "op woensdagmiddag",
    "terwijl mijn huisgenoten feesten",
    "met koffie erbij",
    "in blokken van 25 minuten",
    "als ik moe ben",
    "stap voor stap",
)
_WAAROM = (
    "",
    "",
    "zodat ik rust heb",
    "want ik stel het steeds uit",
    "omdat ik anders in paniek raak",
    "en dat voelt goed",
    "al vind ik het spannend",
    "zonder dat ik mezelf voorbijloop",
    "zodat ik mijn studie afmaak",
    "omdat het beter moet",
    "want vorig jaar ging het mis",
    "en daar ben ik trots op",
    "zodat het weekend vrij is",
    "ook als het tegenzit",
)


def generate(folder: Path, sessions: int, seed: int = 1) -> None:
    """Make a repository in *folder* with so many sessies."""
    rng = random.Random(seed)
    folder.mkdir(parents=True)
    stream = [
        b"commit refs/heads/main\n",
        b"committer Bench <bench@voorbeeld.invalid> 1700000000 +0100\n",
        b"data 5\nbegin\n",
    ]

    def add(path: str, text: str) -> None:
        raw = text.encode()
        stream.append(
            b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(raw), raw)
        )

    add("groep.yaml", groep_yaml.new(Groep("Bench", tuple(map(Lid, _LEDEN)))).text())
    boek = draaiboeken.load(None, "lang")
    for number in range(sessions):
        dag = date(2016, 1, 4) + timedelta(days=number * 3600 // max(sessions, 3600))
        inbrenger = _LEDEN[number % 3]
        ronde = Ronde(f"r{number:07d}", 1, inbrenger)
        folder_name = f"sessies/{dag.year}/{dag.isoformat()}-sessie-{number}"
        sessie = Sessie(
            id=f"s{number:015d}",
            map=folder_name,
            draaiboek="lang",
            datum=dag,
            thema="sessie",
            deelnemers=_LEDEN,
            begeleider="tim",
            notulist="",
            opname=False,
            rondes=(ronde,),
            stappen=boek.vorm(()),
        )
        add(f"{folder_name}/sessie.yaml", sessie_yaml.new(sessie).text())
        for plek in plekken(boek, sessie.rondes):
            add(f"{folder_name}/{plek.pad}", _step(plek, dag, rng))
    stream.append(b"\n")
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    subprocess.run(
        ["git", "fast-import", "--quiet"],
        cwd=folder,
        input=b"".join(stream),
        check=True,
    )
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)


def sentence(rng: random.Random) -> str:
    """Something that a student could write."""
    return " ".join(filter(None, map(rng.choice, (_BEGIN, _DOEN, _WANNEER, _WAAROM))))


def _step(plek: Plek, dag: date, rng: random.Random) -> str:
    data: Data = {
        "stap": plek.stap.naam,
        "status": "klaar",
        "begonnen": f"{dag.isoformat()}T19:00:00+01:00",
        "afgerond": f"{dag.isoformat()}T19:10:00+01:00",
    }
    veld = {v.naam for v in plek.stap.velden}
    if "hulpvraag" in veld:
        data["hulpvraag"] = sentence(rng) + "?"
    if "herformulering" in veld:
        data["herformulering"] = sentence(rng) + "?"
    if "adviezen" in veld:
        data["adviezen"] = [
            {"id": f"a{rng.randrange(10**7):07d}", "lid": lid, "advies": sentence(rng)}
            for lid in _LEDEN[:2]
        ]
        data["acties"] = [
            {
                "id": f"b{rng.randrange(10**7):07d}",
                "actie": sentence(rng),
                "wie": "tim",
                "tot": dag.isoformat(),
            }
        ]
    notulen = "\n".join(f"- {sentence(rng)}." for _ in range(9))
    return new_markdown(data, "").with_notulen(notulen).text()

"""The table of commands: the one source of the quick parser, the Typer app, its help and the docs."""

from typing import NamedTuple

VLAG, TEKST, GETAL = "vlag", "tekst", "getal"


class Optie(NamedTuple):
    """An option. *naam* is the keyword that the command gets; *aanvullen* names what completes it.

    *leest*: a dash takes the text from standard input, where no other user of the computer sees it.
    """

    naam: str
    vlag: str
    hulp: str
    soort: str = TEKST
    kort: str = ""
    metavar: str = ""
    aanvullen: str = ""
    leest: bool = False

    @property
    def uitleg(self) -> str:
        """What help and docs say of it."""
        return f"{self.hulp[:-1]}; - leest standaardinvoer." if self.leest else self.hulp


class Argument(NamedTuple):
    """A positional argument; it may always be left out, with those behind it. *leest*: see `Optie`."""

    naam: str
    metavar: str
    hulp: str
    aanvullen: str = ""
    leest: bool = False


class Commando(NamedTuple):
    """A command: its module is imported only when it runs, and has `run(app, **options) -> int`."""

    naam: str
    hulp: str
    opties: tuple[Optie, ...] = ()
    argumenten: tuple[Argument, ...] = ()

    @property
    def module(self) -> str:
        """Where it lives."""
        return f"intervisie_cli.commands.{self.naam}"


OVERAL = (
    Optie("groep", "--groep", "De map van je groep.", metavar="MAP"),
    Optie("geen_vragen", "--geen-vragen", "Stel nooit een vraag; zeg welke vlag ontbreekt.", VLAG),
)
_JSON = Optie("json", "--json", "Geef één JSON-object voor programma's.", VLAG)
_SESSIE = Optie(
    "sessie",
    "--sessie",
    "Welke sessie: de naam van de map, of het begin ervan.",
    aanvullen="sessies",
)
_OPENBAAR = Optie("openbaar", "--openbaar", "Deel ook als iedereen op internet kan meelezen.", VLAG)
_KORT = Optie("kort", "--kort", "De korte variant: 5 tot 20 minuten.", VLAG)
_LANG = Optie("lang", "--lang", "De lange variant: 1 tot 2 uur.", VLAG)
_DRAAIBOEK = Optie(
    "draaiboek", "--draaiboek", "Een ander draaiboek.", metavar="NAAM", aanvullen="draaiboeken"
)
_SESSIE_ARGUMENT = Argument(
    "sessie", "[SESSIE]", "Welke sessie: de naam van de map, of het begin ervan.", "sessies"
)

COMMANDOS = (
    Commando(
        "init",
        "Maak een nieuwe groep, of doe mee met een groep die er al is.",
        (
            Optie("naam", "--naam", "De naam van de groep."),
            Optie("leden", "--leden", 'Korte namen, met komma\'s: "mirthe,tim,kim=Kim".'),
            Optie(
                "remote",
                "--remote",
                "De gedeelde plek: een adres, of een map zoals een stick.",
                metavar="ADRES",
            ),
            Optie("van", "--van", "Doe mee met de groep op deze gedeelde plek.", metavar="ADRES"),
            Optie("als", "--als", "Wie jij bent in de groep; hoort bij --van.", metavar="LID"),
            _OPENBAAR,
        ),
        (Argument("pad", "[MAP]", "Waar de map komt; standaard hier."),),
    ),
    Commando(
        "new",
        "Bereid een sessie voor.",
        (
            _KORT,
            _LANG,
            _DRAAIBOEK,
            Optie("deelnemers", "--deelnemers", "De deelnemers: a,b,c.", aanvullen="leden"),
            Optie(
                "inbrengers", "--inbrengers", "De inbrengers, op volgorde: a,b.", aanvullen="leden"
            ),
            Optie(
                "begeleider",
                "--begeleider",
                "Wie begeleidt; weglaten mag, of: geen.",
                metavar="LID",
                aanvullen="leden",
            ),
            Optie(
                "notulist",
                "--notulist",
                "Wie notuleert; weglaten of geen is ieder voor zich.",
                metavar="LID",
                aanvullen="leden",
            ),
            Optie("thema", "--thema", "Het thema; komt in de naam van de map.", leest=True),
            Optie(
                "datum", "--datum", "De dag, als het niet vandaag is: 2026-11-23.", metavar="DATUM"
            ),
            Optie("tot", "--tot", "Hoe laat je klaar wilt zijn: 20:30.", metavar="UU:MM"),
            Optie(
                "prive", "--prive", "Laat wat hier gezegd is later niet als voorbeeld zien.", VLAG
            ),
            Optie(
                "samen",
                "--samen",
                "Stappen die je één keer samen doet in plaats van per ronde: a,b.",
                metavar="STAP",
            ),
        ),
    ),
    Commando(
        "step",
        "Doe de volgende stap van de sessie.",
        (
            _SESSIE,
            Optie(
                "als",
                "--als",
                "Vul alleen in wat dit lid nog moet geven.",
                metavar="LID",
                aanvullen="leden",
            ),
            Optie(
                "antwoorden",
                "--antwoorden",
                "Antwoorden uit een YAML-bestand; - is standaardinvoer.",
                metavar="BESTAND",
            ),
            Optie("overslaan", "--overslaan", "Sla een stap over die niet hoeft.", VLAG),
            Optie("reden", "--reden", "Waarom je de stap overslaat.", leest=True),
            Optie("opnieuw", "--opnieuw", "Open een stap die al is vastgelegd.", VLAG),
            Optie("editor", "--editor", "Vul de stap in je eigen editor in.", VLAG),
            Optie(
                "zonder_eerder",
                "--zonder-eerder",
                "Laat geen advies uit eerdere rondes zien.",
                VLAG,
            ),
        ),
        (Argument("stap", "[STAP]", "Welke stap; standaard de volgende.", "stappen"),),
    ),
    Commando(
        "status",
        "Laat zien waar de sessie staat.",
        (
            _SESSIE,
            Optie("volg", "--volg", "Blijf kijken, tot je op Ctrl-C drukt.", VLAG),
            Optie(
                "beurten",
                "--beurten",
                "Hoe vaak was ieder inbrenger, begeleider en notulist?",
                VLAG,
            ),
            _JSON,
        ),
    ),
    Commando("show", "Laat alle notulen van een sessie zien.", (_JSON,), (_SESSIE_ARGUMENT,)),
    Commando(
        "log",
        "Kijk terug: hulpvragen, adviezen en actieplannen.",
        (
            Optie(
                "aantal",
                "--aantal",
                "Hoeveel rondes; standaard 10, met --lijkt-op 3.",
                GETAL,
                kort="-n",
            ),
            Optie("zoek", "--zoek", "Alleen rondes waarin deze woorden staan.", leest=True),
            Optie(
                "lijkt_op",
                "--lijkt-op",
                "De rondes waarvan de hulpvraag hier het meest op lijkt.",
                metavar="HULPVRAAG",
                leest=True,
            ),
            Optie(
                "inbrenger", "--inbrenger", "Alleen van dit lid.", metavar="LID", aanvullen="leden"
            ),
            Optie(
                "sinds",
                "--sinds",
                "Vanaf deze dag of maand: 2026-10, vorige maand, 2 weken.",
                metavar="DATUM",
            ),
            Optie("tot", "--tot", "Tot en met deze dag of maand.", metavar="DATUM"),
            Optie("thema", "--thema", "Alleen sessies met dit in hun thema.", leest=True),
            Optie(
                "draaiboek",
                "--draaiboek",
                "Alleen van dit draaiboek.",
                metavar="NAAM",
                aanvullen="draaiboeken",
            ),
            Optie("acties", "--acties", "Alleen de actieplannen.", VLAG),
            Optie("open", "--open", "Alleen acties die nog open staan.", VLAG),
            Optie("te_laat", "--te-laat", "Alleen open acties waarvan de dag voorbij is.", VLAG),
            Optie(
                "actie_van",
                "--actie-van",
                "Alleen acties van dit lid.",
                metavar="LID",
                aanvullen="leden",
            ),
            Optie("met_advies", "--met-advies", "Alleen rondes waarin advies is gegeven.", VLAG),
            Optie("kort", "--kort", "Eén regel per ronde.", VLAG),
            Optie("verloop", "--verloop", "Volg één hulpvraag, tot wat ervan kwam.", VLAG),
            Optie("statistiek", "--statistiek", "Tel sessies, rondes, minuten en acties.", VLAG),
            _JSON,
            Optie("jsonl", "--jsonl", "Geef per ronde één JSON-object op een regel.", VLAG),
        ),
    ),
    Commando(
        "check",
        "Kijk na of acties SMART zijn, vragen open en notulen compleet.",
        (
            Optie("alles", "--alles", "Alle sessies van de groep.", VLAG),
            Optie(
                "actie",
                "--actie",
                "Eén actie; - leest er één per regel van standaardinvoer.",
                metavar="TEKST",
            ),
            Optie(
                "vraag",
                "--vraag",
                "Eén vraag; - leest er één per regel van standaardinvoer.",
                metavar="TEKST",
            ),
            Optie(
                "format",
                "--format",
                "Hoe je het wilt zien: tekst, json, sarif of github.",
                metavar="VORM",
            ),
            Optie(
                "ernst", "--ernst", "Vanaf waar het telt: fout, let-op of hint.", metavar="NIVEAU"
            ),
        ),
        (_SESSIE_ARGUMENT,),
    ),
    Commando(
        "actie",
        "Houd bij hoe het met de acties gaat.",
        (
            Optie("van", "--van", "Alleen acties van dit lid.", metavar="LID", aanvullen="leden"),
            Optie("alle", "--alle", "Ook wat gedaan of vervallen is.", VLAG),
            Optie("opmerking", "--opmerking", "Wat je erover wilt zeggen.", leest=True),
            Optie("datum", "--tot", "Een nieuwe dag voor de actie.", metavar="DATUM"),
            Optie("keer", "--keer", "Hoe vaak het is gelukt, bij een vast ritme.", GETAL),
            Optie("als", "--als", "Wie jij bent.", metavar="LID", aanvullen="leden"),
            Optie("ics", "--ics", "Schrijf ze als afspraken voor je agenda.", metavar="BESTAND"),
            Optie("met_tekst", "--met-tekst", "Zet in je agenda ook wat de actie is.", VLAG),
            _JSON,
        ),
        (
            Argument(
                "wat",
                "[STATUS]",
                "lijst, klaar, deels, bezig, vervallen of open; standaard lijst.",
                "statussen",
            ),
            Argument(
                "actie",
                "[ACTIE]",
                "Welke: het begin van de id, of een woord eruit; - leest standaardinvoer.",
                leest=True,
            ),
        ),
    ),
    Commando(
        "sync",
        "Deel wat hier is vastgelegd, en haal op wat anderen vastlegden.",
        (
            _OPENBAAR,
            Optie(
                "herstel",
                "--herstel",
                "Leg opnieuw vast wat Git bij anderen weigert; de teksten blijven.",
                VLAG,
            ),
        ),
    ),
    Commando("vertrouw", "Vertrouw de Git-instellingen van deze map, als jij ze zo hebt gemaakt."),
    Commando("overzicht", "Toon het draaiboek op één bladzijde.", (_KORT, _LANG, _DRAAIBOEK)),
    Commando("undo", "Neem de laatst vastgelegde stap terug.", (_SESSIE,)),
    Commando(
        "demo",
        "Speel een voorbeeld af in een nieuwe groep.",
        (_KORT, _LANG),
        (Argument("pad", "[MAP]", "Waar de groep komt; standaard een tijdelijke map."),),
    ),
    Commando("doctor", "Zoek uit wat er mis is, en hoe je het herstelt."),
)


def find(naam: str) -> Commando | None:
    """Find a command by its name."""
    return next((commando for commando in COMMANDOS if commando.naam == naam), None)

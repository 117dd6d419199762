"""The labels of the form: the words before the colon, made from the fields of a step."""

from collections.abc import Iterator
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Stap, Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.vragen.soorten.register import soort_van

# Labels of the forms that came with intervisie before they were made from the fields. Without a
# value they are no words of anybody.
OUDE = frozenset(
    [
        "actieplan, wie doet wat en wanneer",
        "adviezen",
        "afspraken voor de volgende keer",
        "antwoorden van de inbrenger",
        "begeleider",
        "de situatie",
        "definities van de leden",
        "dit hebben we gedaan",
        "dit valt me op",
        "dit willen we een andere keer doen",
        "duidelijk voor iedereen, ja of nee",
        "ervaringen, effect en bijdrage",
        "haalbaar volgens iedereen, ja of nee",
        "herformulering van de hulpvraag",
        "hulpvraag",
        "inbrenger",
        "mijn eerste vraag",
        "mijn tweede vraag",
        "notulist, of ieder voor zich",
        "opname, ja of nee",
        "reactie van de inbrenger",
        "terugblik op de vorige keer",
        "thema",
        "tips voor elkaar",
        "toelichting",
        "vragen en antwoorden",
        "vragen en onduidelijkheden",
        "vragen of terugblik",
        "zo zit iedereen erbij",
    ]
)


class Label(NamedTuple):
    """The words before a colon, and what stands behind it: a field, or a part of its items."""

    woorden: str
    veld: Veld
    deel: Veld | None = None

    def kop(self, nummer: int = 0, naam: str = "") -> str:
        """The label as it is written: 'Vraag van Kim:', or 'Past 2:' for one item."""
        kop = self.woorden[0].upper() + self.woorden[1:]
        if nummer:
            kop += f" {nummer}"
        if naam:
            kop += f" van {naam}"
        return f"{kop}:"


class Labels(NamedTuple):
    """All labels of a step, by their words."""

    alle: dict[str, Label]

    def van(self, veld: Veld, deel: Veld | None = None) -> Label | None:
        """The label of a field, or of a part of its items."""
        for label in self.alle.values():
            if label.veld == veld and label.deel == deel:
                return label
        return None


def labels_of(stap: Stap) -> Labels:
    """The labels of *stap*; where words are taken, the name of the field stands before them."""
    velden = [veld for veld in stap.velden if _has_label(veld)]
    alle: dict[str, Label] = {}
    for veld in velden:
        _add(alle, _words_of(veld), veld, None)
    for veld in velden:
        for deel in veld.onderdelen[1:]:
            _add(alle, _words_of_part(veld, deel), veld, deel)
    return Labels(alle)


def is_asked_of_all(veld: Veld) -> bool:
    """Whether one line answers the field *veld* for everybody, or for all earlier items."""
    return veld.is_namenlijst or veld.lijst.unaniem or bool(veld.lijst.bron)


def _has_label(veld: Veld) -> bool:
    if soort_van(veld).is_vast:
        return False
    # Of items of an earlier sessie only a choice is marked on a line.
    if not veld.lijst.bron:
        return True
    return any(deel.keuzes for deel in veld.onderdelen[1:2])


def _words_of(veld: Veld) -> Iterator[str]:
    if veld.is_lijst and not is_asked_of_all(veld):
        yield voluit(veld.enkelvoud)
    yield voluit(veld.naam)


def _words_of_part(veld: Veld, deel: Veld) -> Iterator[str]:
    # What is said of earlier items must not take the words of what is said of new ones.
    if not veld.lijst.bron:
        yield voluit(deel.naam)
    yield f"{voluit(veld.naam)} {voluit(deel.naam)}"


def _add(
    alle: dict[str, Label],
    kan: Iterator[str],
    veld: Veld,
    deel: Veld | None,
) -> None:
    for woorden in kan:
        if woorden not in alle:
            alle[woorden] = Label(woorden, veld, deel)
            return

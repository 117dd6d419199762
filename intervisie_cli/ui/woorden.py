"""Questions and answers in words: for the prompt, the review, the bar."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.ui.console import kort
from intervisie_cli.ui.veilig import op_een_regel, veilig
from intervisie_cli.vragen.soorten.datum import Datum

MAG_LEEG = "mag leeg"


def message_of(vraag: Vraag) -> str:
    """The question with who answers it."""
    tekst = op_een_regel(vraag.tekst)
    if not vraag.aan:
        return tekst
    return f"{op_een_regel(vraag.aan)} · {tekst}"


def meaning_of_empty(vraag: Vraag, hoe: str) -> str:
    """What an empty answer means, or what to type in its place; *hoe* is how one gives it."""
    if not vraag.leeg and not vraag.verplicht:
        return MAG_LEEG
    return vraag.leeg.replace("Enter =", f"{hoe} =")


def is_yes_or_no(keuzes: Sequence[Keuze]) -> bool:
    """Whether one chooses from Ja and Nee, with no more words to it."""
    waarden = [keuze.waarde for keuze in keuzes]
    return waarden == [True, False] and keuzes[0].label == "Ja"


def too_few(gekozen: Sequence[Any]) -> str:
    """Why so many are no answer where some are to be chosen; '' when they are."""
    return "" if len(gekozen) > 1 else "Kies er minstens twee."


def in_one_line(vraag: Vraag, waarde: Any, vandaag: date) -> str:
    """Question and answer, for a list to choose from."""
    regel = f"{message_of(vraag)}  {shown(vraag, waarde, vandaag)}"
    if not vraag.kop:
        return regel
    return f"{kort(vraag.kop, 24)} · {regel}"


def shown(vraag: Vraag, waarde: Any, vandaag: date) -> str:
    """An answer as people say it."""
    labels = {keuze.waarde: keuze.label for keuze in vraag.keuzes}
    # A list cannot be looked up, and 1 would be found under True.
    if isinstance(waarde, bool | str) and waarde in labels:
        return labels[waarde]
    if vraag.soort == Datum.naam:
        waarde = dag_in_woorden(str(waarde), vandaag)
    return veilig(str(waarde)) or "–"


def fitting(parts: Sequence[str], room: int) -> str:
    """As many of *parts* as fit in so many columns, the first ones first."""
    text = ""
    for part in parts:
        longer = f"{text} · {part}" if text else part
        if len(longer) > room:
            break
        text = longer
    return text

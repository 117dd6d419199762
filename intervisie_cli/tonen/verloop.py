"""What came of a hulpvraag, as a story: from its first wording to the acties and how these went."""

from collections.abc import Iterable, Iterator

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.casus import Verloop, Zoekvraag
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.actie import in_woorden, opvolgingen
from intervisie_cli.tonen.casus import (
    deel,
    gezegd,
    is_anders_verwoord,
    kop,
    met_witregels,
)
from intervisie_cli.ui.console import Console


def json(verloop: Verloop) -> Data:
    """The documented object of a ronde in `log --verloop --json`."""
    gegevens = verloop.casus.data()
    gegevens["toelichting"] = verloop.toelichting
    gegevens["vragen"] = list(verloop.vragen)
    gegevens["definities"] = list(verloop.definities)
    return gegevens


def regels(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    verhalen: Iterable[Verloop],
) -> list[str]:
    """Each ronde as a story: the hulpvraag, how the group saw it, the advice, and what came of it.

    A ronde that goes on with an actie stands below the one in which that was planned.
    """
    return met_witregels(_verhaal(uit, groep, vraag, verhaal) for verhaal in verhalen)


def _verhaal(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    verhaal: Verloop,
) -> Iterator[str]:
    casus = verhaal.casus
    vragen = gezegd(groep, verhaal.vragen, "vraag", "antwoord")
    definities = gezegd(groep, verhaal.definities, "definitie")
    adviezen = gezegd(groep, casus.adviezen, "advies", "reactie")
    yield from kop(uit, groep, casus, vraag.vandaag)
    if verhaal.vervolg_op:
        yield from deel(uit, "Vervolg op", [verhaal.vervolg_op])
    # One heading for both: the toelichting belongs to the hulpvraag.
    hulpvraag = [tekst for tekst in (casus.hulpvraag, verhaal.toelichting) if tekst]
    yield from deel(uit, "Hulpvraag", hulpvraag)
    yield from deel(uit, "Vragen", vragen)
    yield from deel(uit, "Definitie", definities)
    if is_anders_verwoord(casus):
        yield from deel(uit, "Werd", [casus.herformulering])
    yield from deel(uit, "Advies", adviezen)
    for item in casus.acties:
        actie = Actie(item)
        yield from deel(uit, "Actie", [in_woorden(groep, actie, vraag.vandaag)])
        # What came of it stands below it, without a heading of its own.
        yield from deel(uit, "", opvolgingen(actie, vraag.vandaag))

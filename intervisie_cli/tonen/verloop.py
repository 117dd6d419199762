"""What came of a hulpvraag, as a story: from its first wording to the acties and how these went."""

from collections.abc import Iterable
from typing import Any

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.verslag import Verloop, Zoekvraag
from intervisie_cli.tonen.actie import in_woorden, opvolgingen
from intervisie_cli.tonen.verslag import heading, part, said
from intervisie_cli.ui.console import Console


def json(verloop: Verloop) -> dict[str, Any]:
    """The documented object of a ronde in `log --verloop --json`."""
    return verloop.verslag.data() | {
        "toelichting": verloop.toelichting,
        "vragen": list(verloop.vragen),
        "definities": list(verloop.definities),
    }


def regels(uit: Console, groep: Groep, vraag: Zoekvraag, verhalen: Iterable[Verloop]) -> list[str]:
    """Give each ronde as a story: first wording, definitions, what it became, advice, plan, and what came of it.

    A ronde that goes on with an actie stands below the one in which that was planned.
    """
    regels: list[str] = []
    for verhaal in verhalen:
        regels += [*([""] if regels else []), *_story(uit, groep, vraag, verhaal)]
    return regels or ["Geen rondes gevonden."]


def _story(uit: Console, groep: Groep, vraag: Zoekvraag, verhaal: Verloop) -> list[str]:
    verslag = verhaal.verslag
    regels = heading(uit, groep, verslag)
    regels += part(uit, "Vervolg op", filter(None, [verhaal.vervolg_op]))
    regels += part(uit, "Hulpvraag", filter(None, [verslag.hulpvraag, verhaal.toelichting]))
    regels += part(uit, "Vragen", said(groep, verhaal.vragen, "vraag", "antwoord"))
    regels += part(uit, "Definitie", said(groep, verhaal.definities, "definitie"))
    if verslag.herformulering != verslag.hulpvraag:
        regels += part(uit, "Werd", filter(None, [verslag.herformulering]))
    regels += part(uit, "Advies", said(groep, verslag.adviezen, "advies", "reactie"))
    for item in verslag.acties:
        actie = Actie(item)
        regels += part(uit, "Actie", [in_woorden(groep, actie, vraag.vandaag)])
        regels += part(uit, "", opvolgingen(actie))
    return regels

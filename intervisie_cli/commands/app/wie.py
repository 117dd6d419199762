"""Who works on this computer: asked once in each clone, when nothing says so yet."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from intervisie_cli.flows.groep.init import sign_as, work_as
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag

if TYPE_CHECKING:
    from intervisie_cli.commands.app import App

NAAM = Vraag(
    Sleutel("wie"), "tekst", "Hoe heet je?", verplicht=True,
    hulp="Je naam komt bij wat jij vastlegt. Een korte naam is genoeg.",
)  # fmt: skip


WIE = "Wie ben jij?"


def which_member(leden: Iterable[Lid], *, of_anders: bool = True) -> Vraag:
    """The question who somebody is; with *of_anders* '' answers that they are none of *leden*."""
    keuzes = [Keuze(lid.id, lid.roepnaam) for lid in leden]
    if of_anders:
        keuzes.append(Keuze("", "Iemand anders"))
    return Vraag(Sleutel("lid"), "keuze", WIE, keuzes=tuple(keuzes), verplicht=True)


def ask_and_note(app: "App") -> None:
    """Ask which member works here, or how somebody else is called, and let git sign so."""
    repository = app.omgeving.repository
    leden = _leden(app)
    gekozen = ""
    if leden:
        gekozen = str(app.ask(which_member(leden)))
    for lid in leden:
        if lid.id == gekozen:
            work_as(repository, lid)
            return
    sign_as(repository, str(app.ask(NAAM)))


def _leden(app: "App") -> tuple[Lid, ...]:
    try:
        return app.omgeving.groep.huidige_leden
    except IntervisieError:
        # A group that cannot be read can still be shared, by somebody with a name.
        return ()

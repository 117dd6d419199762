"""Who works on this computer: asked once in each clone, when nothing says so yet."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.groep.init import sign_as, work_as
from intervisie_cli.groep import vinden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
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


def who_takes_part(app: "App", sessie_map: SessieMap, als: str | None) -> Lid:
    """The member at this laptop: as was said, who works here, or asked. Raises VerkeerdGebruik."""
    # It comes with all that a contribution needs.
    from intervisie_cli.flows.stap.bijdrage import member

    omgeving = app.omgeving
    if als is not None:
        return member(omgeving, sessie_map, als)
    ik = who_am_i(omgeving)
    deelnemers = sessie_map.sessie.deelnemers
    if ik in deelnemers:
        return member(omgeving, sessie_map, ik)
    if not app.mag_vragen:
        kies = f"Geef --als mee; kies uit: {', '.join(deelnemers)}"
        raise VerkeerdGebruik(WIE, kies)
    leden = [omgeving.groep.lid(lid) or Lid(lid) for lid in deelnemers]
    vraag = which_member(leden, of_anders=False)
    gekozen = member(omgeving, sessie_map, str(app.ask(vraag)))
    # Who works here stays so, also when somebody else borrows the laptop.
    if not ik:
        vinden.write_lid(omgeving.repository.private, gekozen.id)
    return gekozen

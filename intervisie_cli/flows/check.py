"""What `check` does: judges single texts, sessies and all of a group, as the group has set it."""

from collections.abc import Iterator

from intervisie_cli.checks.oordeel import (
    ActieOordeel,
    VraagOordeel,
    beoordeel_actie,
    beoordeel_vraag,
)
from intervisie_cli.checks.regel import Groepstekst
from intervisie_cli.checks.register import ALLE, PRIVACY, VERSLAG
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.checks.verslag.geval import Gevonden, Plaats, SessieVerslag, StapVerslag
from intervisie_cli.checks.verslag.stilte import naaste, stiltes
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import controle
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.bevinding import FOUT, LET_OP, UIT, Bevinding, Resultaat, Vindplaats
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Groep, Instellingen
from intervisie_cli.records import groep as groep_yaml

SMART, OPEN_VRAAG = "smart", "open-vraag"
INSTELLING = "instelling-onbekend"


class Keurder:
    """Judges by the settings of a group; without one by those of the program."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self._instellingen = _instellingen(omgeving)
        self._ernst = dict(self._instellingen.ernst)

    @property
    def _afspraken(self) -> Afspraken:
        return Afspraken(self._instellingen.regio, self._instellingen.horizon_dagen)

    def actie(self, tekst: str) -> ActieOordeel:
        """Judge an actie on its own, as if it were said today."""
        return beoordeel_actie(tekst, self._omgeving.vandaag, None, self._afspraken, self._ernst)

    def vraag(self, tekst: str) -> VraagOordeel:
        """Judge a question."""
        return beoordeel_vraag(tekst, self._ernst)

    def instellingen(self) -> Iterator[Resultaat]:
        """The settings of the group that mean nothing."""
        for sleutel, reden in self._instellingen.fouten:
            yield _instelling(
                f"Instelling '{sleutel[:40]}' {reden}.", "Verbeter haar in groep.yaml."
            )
        for regel, _ in self._instellingen.ernst:
            if regel not in ALLE:
                lijkt = naaste(regel, ALLE)
                hulp = (
                    f"Bedoel je {lijkt}?"
                    if lijkt
                    else "Kijk in docs/regels.md welke regels er zijn."
                )
                yield _instelling(f"Er is geen regel '{regel[:40]}'.", hulp)

    def sessie(self, folder: str) -> Iterator[Resultaat]:
        """Judge the whole record of a sessie; what cannot be read is a finding itself."""
        try:
            gelezen = controle.lees(self._omgeving.root, self._omgeving.groep, folder)
        except IntervisieError as fout:
            yield Resultaat(
                Vindplaats(folder, 1),
                "",
                Bevinding("verslag-onleesbaar", FOUT, fout.bericht, fout.hulp, 0, 0),
            )
            return
        stil = list(stiltes(gelezen.verslag))
        for gevonden in self._alles(gelezen.verslag):
            regel = gevonden.bevinding.regel
            reden = next(
                (stilte.reden for stilte in stil if stilte.dekt(regel, gevonden.plaats)), ""
            )
            yield Resultaat(
                controle.plek_van(gelezen, gevonden),
                gevonden.plaats.tekst,
                gevonden.bevinding,
                reden,
            )

    def _alles(self, verslag: SessieVerslag) -> Iterator[Gevonden]:
        for regel in VERSLAG:
            if self._ernst.get(regel.id) != UIT:
                yield from (
                    punt.als(regel, self._ernst.get(regel.id, "")) for punt in regel.kijk(verslag)
                )
        for stap in verslag.stappen:
            for veld in stap.lijsten():
                for deel in veld.onderdelen:
                    if deel.checks:
                        yield from self._deel(verslag, stap, veld, deel)
        bekend = frozenset(lid.naam.casefold() for lid in verslag.groep.leden)
        for stap in verslag.stappen:
            for plaats in stap.teksten():
                yield from self._privacy(plaats, bekend)

    def _deel(
        self, verslag: SessieVerslag, stap: StapVerslag, veld: Veld, deel: Veld
    ) -> Iterator[Gevonden]:
        for nummer, item in stap.lijst(veld.naam):
            tekst = item.get(deel.naam)
            if not isinstance(tekst, str) or not tekst:
                continue
            plaats = stap.plaats(veld.naam, nummer, deel.naam)
            if SMART in deel.checks:
                oordeel = beoordeel_actie(
                    tekst, verslag.datum, Actie(item).velden, self._afspraken, self._ernst
                )
                yield from (Gevonden(plaats, bevinding) for bevinding in oordeel.bevindingen)
            if OPEN_VRAAG in deel.checks:
                yield from (
                    Gevonden(plaats, bevinding) for bevinding in self.vraag(tekst).bevindingen
                )

    def _privacy(self, plaats: Plaats, bekend: frozenset[str]) -> Iterator[Gevonden]:
        tekst = Groepstekst(plaats.tekst, bekend)
        for regel in PRIVACY:
            if self._ernst.get(regel.id) != UIT:
                yield from (
                    Gevonden(plaats, b) for b in regel.pas_toe(tekst, self._ernst.get(regel.id, ""))
                )


def _instellingen(omgeving: Omgeving) -> Instellingen:
    """Those of the group; a text can be judged anywhere, so without a group those of the program."""
    try:
        groep: Groep = omgeving.groep
    except IntervisieError:
        if omgeving.gevraagd:
            raise
        return Instellingen()
    return groep.instellingen


def _instelling(bericht: str, hulp: str) -> Resultaat:
    return Resultaat(
        Vindplaats(groep_yaml.BESTAND, 1), "", Bevinding(INSTELLING, LET_OP, bericht, hulp, 0, 0)
    )

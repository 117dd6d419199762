"""A role in the sessie that the group gives in the call: who leads, who takes the notulen."""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sessie import INDIVIDUEEL
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.roles_line import DOCENT, RolesLine, outside
from intervisie_cli.vragen.lines.words import LEEG
from intervisie_cli.vragen.soorten.lid import named
from intervisie_cli.vragen.soorten.soort import Gids, Soort
from intervisie_cli.vragen.vak import Vak


class Rol(Soort):
    """The handle of a member, or 'docent' and the name of somebody from outside."""

    naam = "rol"
    sleutels = frozenset(["reactie"])

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """Whether the sessie does not say it yet."""
        sessie = context.sessie
        has_notulist = sessie.notulist != INDIVIDUEEL
        return not (sessie.begeleider or sessie.begeleider_naam or has_notulist)

    def vragen(self, veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
        """One line for this role and the one behind it; nothing for that other one."""
        context = invulling.context
        if not context.is_van(veld):
            return
        velden = context.stap.velden
        if veld.naam in [ander.reactie for ander in velden]:
            return
        sleutel = Sleutel(veld.naam)
        ander = Sleutel(veld.reactie) if veld.reactie else None
        lijn = RolesLine(sleutel, ander, context)
        groep = context.groep
        yield Vraag(
            sleutel,
            "tekst",
            veld.vraag,
            hulp=veld.hulp,
            lijn=lijn,
            vult=lijn.sleutels,
            leeg="Enter = niemand",
            namen=tuple(map(groep.roepnaam, context.sessie.deelnemers)),
        )

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> str:
        """A handle of who takes part, or the name of somebody from outside behind 'docent'."""
        if not tekst.startswith(f"{DOCENT} "):
            vak.lid(tekst)
        return tekst

    def lees(self, veld: Veld, tekst: str, context: Context) -> Any:
        """The handle, or the name from outside; '' for nobody. Raises Onleesbaar."""
        if tekst.casefold() in LEEG:
            return ""
        buiten = outside(tekst)
        if buiten:
            return super().lees(veld, f"{DOCENT} {buiten}", context)
        return named(tekst, context)

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """The name that people use."""
        tekst = str(waarde)
        if tekst.startswith(f"{DOCENT} "):
            return tekst
        return gids.groep.roepnaam(tekst)

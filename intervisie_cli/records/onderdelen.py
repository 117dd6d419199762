"""Checks what the parts of a list need of one another, and of their list."""

from intervisie_cli.model.draaiboek import (
    BRONNEN,
    EENMALIG,
    OPEN_ACTIES,
    PER_LID,
    RITME,
    Veld,
)
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.vragen.soorten.enkel import ENKEL


def check_onderdelen(
    lezer: Lezer,
    delen: list[Lezer],
    onderdelen: tuple[Veld, ...],
) -> None:
    """Note what the field of *lezer* lacks for its *onderdelen*, read from *delen*."""
    _check_lijst(lezer, onderdelen)
    _check_delen(delen, onderdelen)
    _check_voorwaarden(lezer, delen, onderdelen)


def _check_lijst(lezer: Lezer, onderdelen: tuple[Veld, ...]) -> None:
    """What a list that asks everybody, or takes in what earlier sessies gave, needs to have."""
    if lezer.waarde.get("unaniem") is True:
        begint_met_ja_nee = bool(onderdelen) and _is_ja_nee(onderdelen[0])
        if not begint_met_ja_nee or lezer.waarde.get("wie") not in PER_LID:
            lezer.fout(
                "hoort bij een lijst van ieder lid, met een ja-nee-veld als eerste onderdeel",
                "unaniem",
            )
        if not lezer.waarde.get("alleen_als"):
            lezer.fout("heeft een veld in alleen_als nodig", "unaniem")
    naam = BRONNEN.get(lezer.waarde.get("bron"))
    if naam and onderdelen and onderdelen[0].naam != naam:
        lezer.fout(f"het eerste onderdeel heet dan '{naam}'", "bron")


def _check_delen(delen: list[Lezer], onderdelen: tuple[Veld, ...]) -> None:
    """What a part that names another part, or is asked of all items at once, needs to have."""
    namen = [deel.naam for deel in onderdelen]
    for plaats, (lezer, deel) in enumerate(zip(delen, onderdelen, strict=True)):
        if deel.reactie and deel.reactie not in namen[plaats + 1 :]:
            lezer.fout("moet een onderdeel zijn dat hieronder staat", "reactie")
        if deel.opnieuw_bij_nee and deel.opnieuw_bij_nee not in namen[:plaats]:
            lezer.fout("moet een onderdeel zijn dat hierboven staat", "opnieuw_bij_nee")
        if deel.in_een_keer and not deel.wie:
            lezer.fout("heeft wie nodig", "in_een_keer")
        if deel.om_twijfel and not deel.in_een_keer:
            lezer.fout("heeft in_een_keer nodig", "om_twijfel")


def _is_ja_nee(deel: Veld) -> bool:
    # Its kind may be one that there is not: that was noted.
    return deel.soort in ENKEL and ENKEL[deel.soort].is_ja_nee


def _check_voorwaarden(
    lezer: Lezer,
    delen: list[Lezer],
    onderdelen: tuple[Veld, ...],
) -> None:
    """What is asked of some items names a kind of actie, or words of the last choice above."""
    bron = lezer.waarde.get("bron")
    soorten: tuple[str, ...] = ()
    if bron == OPEN_ACTIES:
        soorten = (RITME, EENMALIG)
    keuzes: tuple[str, ...] = ()
    for lezer_van, deel in zip(delen, onderdelen, strict=True):
        if deel.als.actie_is and deel.als.actie_is not in soorten:
            reden = (
                f"kan binnen een lijst alleen {RITME} of {EENMALIG} zijn,"
                f" met bron {OPEN_ACTIES}"
            )
            lezer_van.fout(reden, "alleen_als")
        na_keuze = set(deel.als.na_keuze)
        if na_keuze and not (bron and na_keuze <= set(keuzes)):
            reden = "moeten keuzes zijn van een onderdeel hierboven, in een lijst met een bron"
            lezer_van.fout(reden, "bij")
        if deel.keuzes:
            keuzes = deel.keuzes

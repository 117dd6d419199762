"""A step that was just recorded, on one line."""

from intervisie_cli.flows.stap.vastleggen import VASTGELEGD, Vastgelegd
from intervisie_cli.model.sessie import OVERGESLAGEN, Lid
from intervisie_cli.ui.console import Console


def vastgelegd(uit: Console, gedaan: Vastgelegd) -> str:
    """What was recorded, and in which sessie."""
    wat = OVERGESLAGEN if gedaan.stap.status == OVERGESLAGEN else VASTGELEGD
    if not gedaan.is_nieuw:
        wat = f"stond al zo {wat}"
    naam = gedaan.sessie_map.sessie.naam
    return uit.stijl(f"✓ {gedaan.stap.plek.titel} {wat} ({naam})", "groen")


def aangevuld(uit: Console, gedaan: Vastgelegd, lid: Lid) -> str:
    """What a member gave to a step."""
    wat = "aangevuld" if gedaan.is_nieuw else "stond al zo"
    return uit.stijl(f"✓ {gedaan.stap.plek.titel}: {wat} door {lid.roepnaam}", "groen")

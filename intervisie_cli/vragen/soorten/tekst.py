"""A text on one line."""

from intervisie_cli.vragen.soorten.soort import Soort


class Tekst(Soort):
    """A text on one line."""

    naam = "tekst"
    sleutels = frozenset(["standaard", "checks", "letter"])

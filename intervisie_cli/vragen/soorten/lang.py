"""A text of as many lines as somebody wants."""

from intervisie_cli.model.vraag import SCHRIJVEN
from intervisie_cli.vragen.soorten.soort import Soort


class Lang(Soort):
    """A text of as many lines as somebody wants."""

    naam = "lang"
    vorm = SCHRIJVEN
    sleutels = frozenset(["standaard", "checks"])

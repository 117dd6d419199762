"""Why something was not recorded: what a person is told, and what they can do."""

import os

from intervisie_cli.model.fouten import GitFout, IntervisieError


class GeenNaam(GitFout):
    """Git does not know whose name to put under a commit."""

    def __init__(self) -> None:
        super().__init__(
            "intervisie weet nog niet wie jij bent.",
            "Typ het in een terminal, zonder --geen-vragen: dan kies je je naam.",
        )


class GitBezig(GitFout):
    """A lock of another git did not go away."""


class NietKunnenSchrijven(IntervisieError):
    """The disk refused."""


class Tussendoor(IntervisieError):
    """A file changed on disk between reading and writing; read again and retry."""

    def __init__(
        self, wat: str = "Een bestand veranderde net terwijl het werd vastgelegd."
    ) -> None:
        super().__init__(wat, "Typ hetzelfde nog een keer.")


class Teruggezet(Tussendoor):
    """An editor had written over what had come in; both are recorded now."""

    def __init__(self) -> None:
        super().__init__(
            "In je editor stond een oudere versie; wat intussen binnenkwam staat er weer bij."
        )


def explain(error: OSError) -> tuple[str, str]:
    """Say in Dutch what the disk refused, and what to do."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            "De schijf is vol; er is niets veranderd.",
            "Maak ruimte en typ hetzelfde nog een keer.",
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            "In deze map kan niet worden geschreven.",
            "Kijk of de map van jou is en niet alleen-lezen.",
        )
    return (
        f"De schijf gaf een fout ({os.strerror(error.errno or 0)}).",
        "Typ hetzelfde nog een keer.",
    )

"""Why nothing was shared: what a person is told, and what they can do."""

from intervisie_cli.git import locks
from intervisie_cli.git.netwerk import WEER
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.fouten import GitFout


class GeenGedeeldePlek(GitFout):
    """This clone is not connected to any."""

    def __init__(self) -> None:
        super().__init__(
            "Deze groep heeft nog geen gedeelde plek.",
            "Typ: intervisie init --remote ADRES (of een map, zoals een stick)",
        )


class Gemist(GitFout):
    """Somebody else pushed first."""

    def __init__(self) -> None:
        super().__init__(
            "Er kwam net iets van een ander tussendoor.",
            f"Probeer het nog eens met: {WEER}",
        )


class OpSlot(Gemist):
    """A lock of git stands in the way: here, or at the shared place."""

    def __init__(self, repository: Repository, found: list[locks.GitLock]) -> None:
        super().__init__()
        self.bericht = (
            "De gedeelde plek zit op slot: "
            "iemand deelt nu, of is daarmee halverwege gestopt."
        )
        self.hulp = f"Probeer het zo weer met: {WEER}"
        if found:
            self.bericht, self.hulp = locks.explain(repository, found[0])


class AndersAdres(GitFout):
    """The settings of this clone name more places than the one that was looked at."""

    def __init__(self, key: str) -> None:
        herstel = f"git config --unset-all {key}"
        if key.endswith(".url"):
            herstel = f"git config --replace-all {key} ADRES"
        super().__init__(
            f"De instellingen van deze map noemen nog een plek om te delen ({key});"
            " er is niets gedeeld.",
            f"Heb jij dat niet gedaan? Vraag iemand die Git kent. Herstellen kan met: {herstel}",
        )

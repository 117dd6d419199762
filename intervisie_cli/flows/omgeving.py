"""Everything a flow works with: the group and its repository, the clock, the source of ids."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_cli.groep import vinden
from intervisie_cli.model.sessie import Groep
from intervisie_cli.system import Clock, IdSource

if TYPE_CHECKING:
    from intervisie_cli.flows.leesmij import Leesmijmaker
    from intervisie_cli.git.repository import Repository

Toon = Callable[[str], None]


class Omgeving:
    """The surroundings of a command. Its parts are read when first asked for.

    The group is in *folder* when that is given, else found; *gevraagd* is what `--groep` says.
    *toon* shows how far something long is, '' when it is done, and *meld* tells a person something
    that they did not ask for. *leesmij* gives what makes the pages that go along with what is
    recorded: it is loaded when something is.
    """

    def __init__(
        self,
        clock: Clock,
        new_id: IdSource,
        gevraagd: str | None = None,
        folder: Path | None = None,
        toon: Toon = lambda _: None,
        leesmij: "Callable[[], Leesmijmaker] | None" = None,
        meld: Toon = lambda _: None,
    ) -> None:
        self.clock = clock
        self.new_id = new_id
        self.gevraagd = gevraagd
        self._folder = folder
        self.toon = toon
        self.leesmij = leesmij
        self.meld = meld

    def in_folder(
        self,
        folder: Path,
        clock: Clock | None = None,
        toon: Toon = lambda _: None,
    ) -> "Omgeving":
        """New surroundings, with the group in *folder*: nothing that was read here is in them.

        Nothing is told to a person there: another thread may work in them.
        """
        return Omgeving(
            clock or self.clock,
            self.new_id,
            folder=folder,
            toon=toon,
            leesmij=self.leesmij,
        )

    @cached_property
    def root(self) -> Path:
        """The folder of the group. Raises IntervisieError."""
        return self._folder or vinden.find_root(self.gevraagd)

    @property
    def vandaag(self) -> date:
        """The day it is."""
        return self.clock().date()

    @property
    def avond(self) -> date:
        """The day of the sessie at hand: one that goes on past midnight is of the day before."""
        # Most commands that work in a group never ask for it.
        from intervisie_cli.groep import avond

        return avond.evening(self.root, self.clock())

    @cached_property
    def groep(self) -> Groep:
        """The members. Raises OnleesbaarBestand."""
        return vinden.load_groep(self.root)

    def forget_groep(self) -> None:
        """Read the members anew when they are next asked for."""
        self.__dict__.pop("groep", None)

    @cached_property
    def repository(self) -> "Repository":
        """Git in that folder. Raises GitFout."""
        from intervisie_cli.git.repository import Repository

        return Repository(self.root)

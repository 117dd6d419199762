"""Brings commits over the line between this clone and the shared place."""

from collections.abc import Callable
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Toon
from intervisie_cli.flows.sync import binnen
from intervisie_cli.flows.sync.herstel import Herstel
from intervisie_cli.git import fsck, remote, trees
from intervisie_cli.git.listening import GeenAntwoord, TeVeel
from intervisie_cli.git.netwerk import GEWEIGERD, Netwerkfout
from intervisie_cli.git.refusals import Gemist
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout

# After a push whose line went dead, so long may the look take whether it arrived: the person has
# waited already.
KIJK_NOG_S = 7.0


class Opgehaald(NamedTuple):
    """The commit of the shared place, '' for none, and the one to go on with.

    The latter says the same; it is another one where the former is mended.
    """

    at_place: str
    theirs: str


class Overdracht:
    """Fetches and pushes; *uit* counts the commits that went out.

    With *herstel* what git refuses is fetched all the same, and mended.
    """

    def __init__(
        self,
        repository: Repository,
        adres: Adres,
        toon: Toon,
        herstel: Herstel | None,
    ) -> None:
        self._repository = repository
        self._adres = adres
        self._toon = toon
        self._herstel = herstel
        self.uit = 0

    def fetch(self, branch: str) -> Opgehaald:
        """Fetch what the shared place has of *branch*. Raises Netwerkfout, GitFout."""
        try:
            at_place = remote.fetch(
                self._repository, self._adres, branch, progress(self._toon, "Ophalen")
            )
        except Netwerkfout as fout:
            if not self._herstel or not fout.is_unsafe:
                raise
            return Opgehaald(*self._herstel.fetched(branch))
        if self._herstel and at_place:
            return Opgehaald(at_place, self._herstel.of_theirs(at_place))
        if at_place and at_place != self._repository.head().commit:
            try:
                trees.check_size(self._repository, at_place)
            except TeVeel:
                raise GitFout(*GEWEIGERD) from None
        return Opgehaald(at_place, at_place)

    def push(
        self,
        commit: str,
        branch: str,
        at_place: str,
        known: str = "",
    ) -> None:
        """Push, and when the line went dead, look whether it arrived.

        *known* is what everybody takes already of what the place has. Raises Gemist, Netwerkfout,
        GeenAntwoord, Onveilig.
        """
        self._toon("Delen…")
        fsck.check(self._repository, commit, *([known] if known else []))
        try:
            remote.push(
                self._repository,
                self._adres,
                commit,
                branch,
                at_place,
                progress(self._toon, "Delen"),
            )
        except (Netwerkfout, GeenAntwoord) as fout:
            if isinstance(fout, Netwerkfout) and fout.is_unsafe:
                raise fsck.refused(fout.melding, fout) from None
            now = self._look(branch)
            if now not in (None, commit, at_place):
                # Somebody else was first, while our line was dead.
                raise Gemist from None
            if now != commit:
                raise
        self.uit += binnen.count(self._repository, commit, known)

    def _look(self, branch: str) -> str | None:
        """What the place has by now, None when it cannot be asked."""
        try:
            return remote.fetch(
                self._repository, self._adres, branch, stilte_s=KIJK_NOG_S
            )
        except GitFout:
            return None


def progress(toon: Toon, wat: str) -> Callable[[str], None]:
    """What to do with a line of git that says how far it is."""

    def on_line(line: str) -> None:
        _, _, rest = line.rpartition(":")
        procent, is_procent, _ = rest.partition("%")
        if is_procent and procent.strip().isdigit():
            toon(f"{wat}… {procent.strip()}%")

    return on_line

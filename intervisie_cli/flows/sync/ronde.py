"""Shares a group's history: fetch, merge by meaning, push; and again while others are first.

The merge is pushed by its id before our own branch moves: whatever goes wrong, this clone is as it was.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import bijwerken
from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.omgeving import Omgeving, Toon
from intervisie_cli.flows.sync import handwerk, merge_afmaken
from intervisie_cli.flows.sync.herstel import Herstel
from intervisie_cli.flows.sync.samen import prepare
from intervisie_cli.flows.vastlegger import OnWait, locked, signature
from intervisie_cli.git import fsck, locks, remote, trees
from intervisie_cli.git.listening import GeenAntwoord, TeVeel
from intervisie_cli.git.netwerk import GEWEIGERD, Netwerkfout
from intervisie_cli.git.remote import Gemist, OpSlot
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout

POGINGEN = 60
MAX_PAUZE_S = 8.0
MAX_REGELS = 12
MAX_TEKENS = 120
LOCK_TIMEOUT_S = 90.0
SLOT = "delen.slot"
KIJK_NOG_S = 7.0


class Openbaar(GitFout):
    """Anybody can read the shared place."""

    def __init__(self) -> None:
        super().__init__(
            "Iedereen op internet kan deze gedeelde plek lezen; er is niets gedeeld.",
            "Maak de plek besloten. Is het zo bedoeld? Typ dan: intervisie sync --openbaar",
        )


class Binnen(NamedTuple):
    """Something that came in: whose name stands under it, and what it says it is."""

    wie: str
    wat: str


class Uitkomst(NamedTuple):
    """What a sync did. *uit* counts the commits that went out; *onleesbaar* are files of a hand that stayed behind."""

    binnen: tuple[Binnen, ...] = ()
    aantal_binnen: int = 0
    uit: int = 0
    bijgewerkt: Bijgewerkt = Bijgewerkt()
    onleesbaar: tuple[str, ...] = ()
    afgemaakt: tuple[str, ...] = ()
    is_hersteld: bool = False
    weggelaten: tuple[str, ...] = ()


def sync(
    omgeving: Omgeving,
    toon: Toon,
    on_wait: OnWait | None = None,
    *,
    openbaar: bool = False,
    herstel: bool = False,
) -> Uitkomst:
    """Bring this clone and the shared place together. Raises GitFout; what was recorded here stays as it is.

    With *herstel* what git refuses goes on without its history, here and at the shared place.
    """
    repository = omgeving.repository
    try:
        with locks.at_work(repository.private / SLOT, LOCK_TIMEOUT_S, on_wait) as died_since:
            afgemaakt = (
                merge_afmaken.finish(omgeving) if merge_afmaken.is_halfway(repository) else ()
            )
            repository.check_ready()
            adres = remote.address(repository)
            maker = Herstel(repository, adres, signature(omgeving)) if herstel else None
            deler = _Deler(omgeving, adres, toon, on_wait, died_since, maker, openbaar=openbaar)
            uitkomst = deler.deel()._replace(afgemaakt=afgemaakt)
            if maker:
                uitkomst = uitkomst._replace(
                    is_hersteld=maker.is_gedaan, weggelaten=maker.weggelaten
                )
            return uitkomst
    except system.Busy:
        raise GitFout(
            "Een ander venster is hier al aan het delen.", "Probeer het zo weer."
        ) from None


def is_connected(repository: Repository) -> bool:
    """Whether the group has a shared place."""
    try:
        remote.address(repository)
    except remote.GeenGedeeldePlek:
        return False
    except GitFout:
        return True  # who shares hears what is wrong with it
    return True


class _Deler:
    """One sync: what it has seen, and what it has done so far."""

    def __init__(
        self,
        omgeving: Omgeving,
        adres: Adres,
        toon: Toon,
        on_wait: OnWait | None,
        died_since: float | None,
        herstel: Herstel | None,
        *,
        openbaar: bool,
    ) -> None:
        self._omgeving = omgeving
        self._repository: Repository = omgeving.repository
        self._adres = adres
        self._toon = toon
        self._on_wait = on_wait
        self._died_since = died_since
        self._herstel = herstel
        self._openbaar = openbaar
        self._bijgewerkt: list[Bijgewerkt] = []
        self._onleesbaar: tuple[str, ...] = ()
        self._begin = ""
        self._uit = 0

    def deel(self) -> Uitkomst:
        """Try until both are the same, or others were first too often."""
        free_at = time.monotonic()
        for poging in range(POGINGEN):
            began = time.monotonic()
            try:
                with remote.turn(self._repository, self._adres, self._repository.head().branch):
                    is_done = self._once()
                if is_done:
                    return self._uitkomst()
            except Gemist as fout:
                if not isinstance(fout, OpSlot):
                    free_at = time.monotonic()
                elif time.monotonic() - free_at > remote.SLOT_TIMEOUT_S:
                    raise
                # Everybody waits for a time of their own, so that somebody is first: longer where a round takes longer.
                self._toon("Even wachten: een ander deelt ook…" if poging > 1 else "")
                time.sleep(_jitter(poging, time.monotonic() - began))
        raise Gemist

    def _once(self) -> bool:
        """Do one round; gives whether this clone is now what the shared place is. Raises Gemist."""
        self._heal()
        head = self._record_handwork()
        self._begin = self._begin or head.commit
        self._toon("Ophalen…")
        at_place, theirs = self._fetch(head.branch)
        if self._herstel and head.commit:
            with locked(self._omgeving, self._on_wait):
                head = self._herstel.of_ours(self._repository.head(), theirs)
        if at_place == head.commit:
            return True
        if not at_place:
            if not self._openbaar and remote.is_public(self._repository, self._adres):
                raise Openbaar
            self._push(head.commit, head, "")
            return self._stands(head.commit)
        bases = trees.merge_bases(self._repository, head.commit, theirs) if head.commit else []
        if bases == [theirs]:
            self._push(head.commit, head, at_place, theirs)
            return self._stands(head.commit)
        naar = theirs
        if head.commit and bases != [head.commit]:
            self._toon("Samenvoegen…")
            naar = prepare(
                self._repository, head.commit, theirs, bases, signature(self._omgeving)
            ).commit
        if naar != at_place:
            self._push(naar, head, at_place, theirs)
        self._move(head, naar)
        return self._stands(naar)

    def _fetch(self, branch: str) -> tuple[str, str]:
        """Give what the shared place has, and what we go on with: a commit that says the same, where that is mended."""
        try:
            at_place = remote.fetch(
                self._repository, self._adres, branch, self._progress("Ophalen")
            )
        except Netwerkfout as fout:
            if not self._herstel or not fout.is_unsafe:
                raise
            return self._herstel.fetched(branch)
        if self._herstel and at_place:
            return at_place, self._herstel.of_theirs(at_place)
        if at_place and at_place != self._repository.head().commit:
            try:
                trees.check_size(self._repository, at_place)
            except TeVeel:
                raise GitFout(*GEWEIGERD) from None
        return at_place, at_place

    def _heal(self) -> None:
        """Remove what a sync that died here left: locks, and its merge."""
        if self._died_since is not None:
            repository, branch = self._repository, self._repository.head().branch
            refs = (remote.tracking(branch), trees.KLAARGEZET)
            left = [
                *locks.present(repository, branch),
                *locks.around_refs(repository.common_dir, *refs),
            ]
            locks.heal(repository.root, left, self._died_since)
            if repository.commit_at(trees.KLAARGEZET):
                repository.git.run_raw("update-ref", "-d", trees.KLAARGEZET)

    def _record_handwork(self) -> Head:
        with locked(self._omgeving, self._on_wait) as vastlegger:
            self._onleesbaar = handwerk.record(vastlegger, self._repository)
            return self._repository.head()

    def _stands(self, commit: str) -> bool:
        """Whether nothing was recorded here meanwhile."""
        return self._repository.head().commit == commit

    def _push(self, commit: str, head: Head, at_place: str, known: str = "") -> None:
        """Push, and when the line went dead, look whether it arrived. Raises Gemist, Netwerkfout, GeenAntwoord, Onveilig.

        *known* is what everybody takes already of what the place has.
        """
        self._toon("Delen…")
        fsck.check(self._repository, commit, *([known] if known else []))
        try:
            remote.push(
                self._repository,
                self._adres,
                commit,
                head.branch,
                at_place,
                self._progress("Delen"),
            )
        except (Netwerkfout, GeenAntwoord) as fout:
            if isinstance(fout, Netwerkfout) and fout.is_unsafe:
                raise fsck.refused(fout.melding, fout) from None
            with suppress(GitFout):
                now = remote.fetch(self._repository, self._adres, head.branch, stilte_s=KIJK_NOG_S)
                if now == commit:
                    self._count(commit, known)
                    return
                if now != at_place:
                    raise Gemist from None
            raise
        self._count(commit, known)

    def _count(self, commit: str, theirs: str) -> None:
        reach = (commit, f"^{theirs}") if theirs else (commit,)
        out = self._repository.git.run("rev-list", "--count", "--no-merges", *reach)
        self._uit += int(out)

    def _move(self, head: Head, naar: str) -> None:
        with locked(self._omgeving, self._on_wait):
            if self._repository.head() != head:
                return  # recorded meanwhile: the next round merges that too
            self._bijgewerkt.append(bijwerken.move(self._repository, head, naar))

    def _progress(self, wat: str) -> Callable[[str], None]:
        def on_line(line: str) -> None:
            _, _, rest = line.rpartition(":")
            procent = rest.split("%")[0].strip() if "%" in rest else ""
            if procent.isdigit():
                self._toon(f"{wat}… {procent}%")

        return on_line

    def _uitkomst(self) -> Uitkomst:
        binnen, aantal = self._incoming() if self._bijgewerkt else ([], 0)
        samen = Bijgewerkt(
            *(tuple(dict.fromkeys(sum(delen, ()))) for delen in zip(*self._bijgewerkt, strict=True))
        )
        return Uitkomst(
            tuple(binnen),
            aantal,
            self._uit,
            samen if self._bijgewerkt else Bijgewerkt(),
            self._onleesbaar,
        )

    def _incoming(self) -> tuple[list[Binnen], int]:
        """What others recorded and is here now, the oldest first; no more than is shown, and how many there are."""
        head = self._repository.head().commit
        reach = ("--no-merges", head, *([f"^{self._begin}"] if self._begin else []))
        aantal = int(self._repository.git.run("rev-list", "--count", *reach))
        skip = (f"--skip={max(0, aantal - MAX_REGELS)}", f"--max-count={MAX_REGELS}")
        # A commit of somebody else can say anything, at any length.
        wat = f"--format=%<({MAX_TEKENS},trunc)%an%x1f%<({MAX_TEKENS},trunc)%s"
        out = self._repository.git.run(
            "log", "-z", "--no-show-signature", wat, *skip, *reach
        ).decode("utf-8", "replace")
        rows = (row.partition("\x1f") for row in filter(None, out.split("\0")))
        return [Binnen(wie.strip(), wat.strip()) for wie, _, wat in rows][::-1], aantal


def _jitter(poging: int, took_s: float) -> float:
    longest = min(MAX_PAUZE_S, took_s * 2.0 ** min(poging, 10))
    return float(int.from_bytes(os.urandom(2)) / 65_536 * longest)

"""Shares a group's history: fetch, merge by meaning, push; and again while others are first.

The merge is pushed by its id before our own branch moves: whatever goes wrong, this clone is as it
was.
"""

import os
import time
from contextlib import suppress
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import bijwerken, handwerk
from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.omgeving import Omgeving, Toon
from intervisie_cli.flows.sync import binnen, merge_afmaken
from intervisie_cli.flows.sync.binnen import Binnen
from intervisie_cli.flows.sync.herstel import Herstel
from intervisie_cli.flows.sync.merge_commit import prepare
from intervisie_cli.flows.sync.overdracht import Overdracht
from intervisie_cli.flows.vastlegger import OnWait, locked, signature
from intervisie_cli.git import locks, remote, trees
from intervisie_cli.git.refusals import GeenGedeeldePlek, Gemist, OpSlot
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.groep import vinden
from intervisie_cli.model.fouten import GitFout

# Clones that share at the same moment must all get through: `python -m benchmarks.race` counts
# those that gave up.
POGINGEN = 60
MAX_PAUZE_S = 8.0
# How long to wait for a sync in another window; over a slow line one can take this long.
LOCK_TIMEOUT_S = 90.0
SLOT = "delen.slot"


class Openbaar(GitFout):
    """Anybody can read the shared place."""

    def __init__(self) -> None:
        super().__init__(
            "Iedereen op internet kan deze gedeelde plek lezen; er is niets gedeeld.",
            "Maak de plek besloten. Is het zo bedoeld? Typ dan: intervisie sync --openbaar",
        )


class Uitkomst(NamedTuple):
    """What a sync did.

    *aantal_binnen* counts the commits that came in, of which *binnen* tells the latest; *uit*
    counts those that went out. *onleesbaar* are files that somebody edited and that stayed behind,
    *afgemaakt* those that a half merge of plain git left different from both sides. *weggelaten*
    are the files that `--herstel` could not take along, *teruggezet* those that an editor wrote
    over.
    """

    binnen: tuple[Binnen, ...] = ()
    aantal_binnen: int = 0
    uit: int = 0
    bijgewerkt: Bijgewerkt = Bijgewerkt()
    onleesbaar: tuple[str, ...] = ()
    afgemaakt: tuple[str, ...] = ()
    is_hersteld: bool = False
    weggelaten: tuple[str, ...] = ()
    teruggezet: tuple[str, ...] = ()
    is_lezer_onbekend: bool = False

    @property
    def needs_a_look(self) -> bool:
        """Whether a file was kept apart, stayed behind or got back what was written over.

        Or when it could not be told who reads the shared place.
        """
        apart = (*self.onleesbaar, *self.afgemaakt)
        apart += (*self.weggelaten, *self.teruggezet)
        apart += (*self.bijgewerkt.kopieen, *self.bijgewerkt.vreemd)
        return bool(apart) or self.is_lezer_onbekend


def sync(
    omgeving: Omgeving,
    toon: Toon,
    on_wait: OnWait | None = None,
    *,
    openbaar: bool = False,
    herstel: bool = False,
) -> Uitkomst:
    """Bring this clone and the shared place together.

    With *herstel* what git refuses goes on without its history, here and at the shared place.
    Raises GitFout; what was recorded here stays as it is.
    """
    repository = omgeving.repository
    try:
        with locks.at_work(
            repository.private / SLOT, LOCK_TIMEOUT_S, on_wait
        ) as died_since:
            afgemaakt: tuple[str, ...] = ()
            if merge_afmaken.is_halfway(repository):
                afgemaakt = merge_afmaken.finish(omgeving)
            repository.check_ready()
            adres = remote.address(repository)
            maker = Herstel(repository, adres, signature(omgeving)) if herstel else None
            deler = _Deler(
                omgeving, adres, toon, on_wait, died_since, maker, openbaar=openbaar
            )
            uitkomst = deler.deel()._replace(afgemaakt=afgemaakt)
            # On a disk that is full only `status` knows it less well.
            with suppress(OSError):
                vinden.write_gedeeld(repository.private, omgeving.clock())
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
    except GeenGedeeldePlek:
        return False
    except GitFout:
        return True  # it has one with something wrong: whoever shares is told what
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
        self._overdracht = Overdracht(self._repository, adres, toon, herstel)
        self._bijgewerkt: list[Bijgewerkt] = []
        self._onleesbaar: tuple[str, ...] = ()
        self._teruggezet: tuple[str, ...] = ()
        self._begin = ""
        self._is_lezer_onbekend = False

    def deel(self) -> Uitkomst:
        """Try until both are the same, or others were first too often."""
        free_at = time.monotonic()
        for poging in range(POGINGEN):
            began = time.monotonic()
            try:
                with remote.turn(
                    self._repository, self._adres, self._repository.head().branch
                ):
                    is_done = self._once()
                if is_done:
                    return self._uitkomst()
            except Gemist as fout:
                if not isinstance(fout, OpSlot):
                    free_at = time.monotonic()
                elif time.monotonic() - free_at > remote.SLOT_TIMEOUT_S:
                    raise
                self._toon("Even wachten: een ander deelt ook…" if poging > 1 else "")
                time.sleep(_pause(poging, time.monotonic() - began))
        raise Gemist

    def _once(self) -> bool:
        """Do one round; gives whether this clone is now what the shared place is. Raises Gemist."""
        self._heal()
        head = self._record_handwork()
        self._begin = self._begin or head.commit
        self._toon("Ophalen…")
        at_place, theirs = self._overdracht.fetch(head.branch)
        if self._herstel and head.commit:
            with locked(self._omgeving, self._on_wait):
                head = self._herstel.of_ours(self._repository.head(), theirs)
        if at_place == head.commit:
            return True
        if not at_place:
            self._check_is_private()
            self._overdracht.push(head.commit, head.branch, "")
            return self._stands(head.commit)
        bases = (
            trees.merge_bases(self._repository, head.commit, theirs)
            if head.commit
            else []
        )
        if bases == [theirs]:
            # Nobody else recorded anything.
            self._overdracht.push(head.commit, head.branch, at_place, theirs)
            return self._stands(head.commit)
        naar = theirs
        if head.commit and bases != [head.commit]:
            self._toon("Samenvoegen…")
            by = signature(self._omgeving)
            naar = prepare(self._repository, head.commit, theirs, bases, by)
        if naar != at_place:
            self._overdracht.push(naar, head.branch, at_place, theirs)
        self._move(head, naar)
        return self._stands(naar)

    def _check_is_private(self) -> None:
        if self._openbaar:
            return
        is_public = remote.is_public(self._repository, self._adres)
        if is_public:
            raise Openbaar
        self._is_lezer_onbekend = is_public is None

    def _heal(self) -> None:
        """Remove what a sync that died here left: locks, and its merge."""
        if self._died_since is None:
            return
        repository, branch = self._repository, self._repository.head().branch
        refs = (remote.tracking(branch), trees.KLAARGEZET)
        left = locks.present(repository, branch)
        left += locks.around_refs(repository.common_dir, *refs)
        locks.heal(repository.root, left, self._died_since)
        if repository.commit_at(trees.KLAARGEZET):
            repository.git.run_raw("update-ref", "-d", trees.KLAARGEZET)

    def _record_handwork(self) -> Head:
        with locked(self._omgeving, self._on_wait) as vastlegger:
            opgenomen = handwerk.record(
                vastlegger, self._repository, self._omgeving.new_id
            )
            self._onleesbaar = opgenomen.onleesbaar
            self._teruggezet += opgenomen.teruggezet
            return self._repository.head()

    def _stands(self, commit: str) -> bool:
        """Whether nothing was recorded here meanwhile."""
        return self._repository.head().commit == commit

    def _move(self, head: Head, naar: str) -> None:
        with locked(self._omgeving, self._on_wait):
            if self._repository.head() != head:
                return  # recorded meanwhile: the next round merges that too
            self._bijgewerkt.append(bijwerken.move(self._repository, head, naar))

    def _uitkomst(self) -> Uitkomst:
        uit = self._overdracht.uit
        onleesbaar, terug = self._onleesbaar, self._teruggezet
        if not self._bijgewerkt:
            return Uitkomst(
                uit=uit,
                onleesbaar=onleesbaar,
                teruggezet=terug,
                is_lezer_onbekend=self._is_lezer_onbekend,
            )
        verteld, aantal = binnen.latest(self._repository, self._begin)
        alles = _together(self._bijgewerkt)
        uitkomst = Uitkomst(tuple(verteld), aantal, uit, alles, onleesbaar)
        return uitkomst._replace(teruggezet=terug)


def _together(parts: list[Bijgewerkt]) -> Bijgewerkt:
    """What came in by more than one round, each file once."""
    veranderd = dict.fromkeys(path for part in parts for path in part.veranderd)
    kopieen = dict.fromkeys(path for part in parts for path in part.kopieen)
    vreemd = dict.fromkeys(path for part in parts for path in part.vreemd)
    return Bijgewerkt(tuple(veranderd), tuple(kopieen), tuple(vreemd))


def _pause(poging: int, took_s: float) -> float:
    """How long to wait before the next round.

    Everybody waits for a time of their own, so that somebody is first; longer where a round takes
    longer, and the longer the more often others were first.
    """
    longest = min(MAX_PAUZE_S, took_s * 2.0 ** min(poging, 10))
    share = int.from_bytes(os.urandom(2)) / 65_536
    return float(share * longest)

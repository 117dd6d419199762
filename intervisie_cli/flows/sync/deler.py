"""One sync: fetch, merge by meaning, push; and again while others are first.

The merge is pushed by its id before our own branch moves: whatever goes wrong, this clone is as it
was.
"""

import os
import time

from intervisie_cli.flows import bijwerken, handwerk
from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.leesmij import remake
from intervisie_cli.flows.omgeving import Omgeving, Toon
from intervisie_cli.flows.sync import binnen
from intervisie_cli.flows.sync.beschadigd import check_last
from intervisie_cli.flows.sync.herschreven import (
    Herschreven,
    Leeggemaakt,
    check_same_group,
    is_rewritten,
    renamed_to,
    take_back,
    take_over,
    taken_out,
)
from intervisie_cli.flows.sync.herstel import Herstel
from intervisie_cli.flows.sync.leesmij import repair
from intervisie_cli.flows.sync.merge_commit import prepare
from intervisie_cli.flows.sync.overdracht import Overdracht
from intervisie_cli.flows.sync.uitkomst import Uitkomst, together
from intervisie_cli.flows.vastlegger import OnWait, locked, signature
from intervisie_cli.git import locks, remote, strays, tak, trees
from intervisie_cli.git.public import is_public
from intervisie_cli.git.refusals import Gemist, OpSlot
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout

# Clones that share at the same moment must all get through: `python -m benchmarks.race` counts
# those that gave up.
POGINGEN = 60
MAX_PAUZE_S = 8.0


class Openbaar(GitFout):
    """Anybody can read the shared place."""

    def __init__(self) -> None:
        super().__init__(
            "Iedereen op internet kan deze gedeelde plek lezen; er is niets gedeeld.",
            "Maak de plek besloten. Is het zo bedoeld? Typ dan: intervisie sync --openbaar",
        )


class Deler:
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
        overnemen: bool,
        terugzetten: bool,
    ) -> None:
        self._omgeving = omgeving
        self._repository: Repository = omgeving.repository
        self._adres = adres
        self._toon = toon
        self._on_wait = on_wait
        self._died_since = died_since
        self._herstel = herstel
        self._openbaar = openbaar
        self._overnemen = overnemen
        self._terugzetten = terugzetten
        self._is_overgenomen = False
        self._overgenomen: tuple[str, ...] = ()
        self._tak = ""
        self._overdracht = Overdracht(self._repository, adres, toon, herstel)
        self._bijgewerkt: list[Bijgewerkt] = []
        self._onleesbaar: tuple[str, ...] = ()
        self._teruggezet: tuple[str, ...] = ()
        self._pages = remake(omgeving)
        self._begin = ""
        self._is_lezer_onbekend = False

    def deel(self) -> Uitkomst:
        """Try until both are the same, or others were first too often."""
        if self._terugzetten:
            self._take_back()
        free_at = time.monotonic()
        for poging in range(POGINGEN):
            began = time.monotonic()
            try:
                with remote.turn(
                    self._repository, self._adres, self._repository.head().branch
                ):
                    shared = self._once()
                if shared is not None:
                    branch = self._repository.head().branch
                    # Not where the branch is by now: another window can have recorded since.
                    tak.note_shared(self._repository, self._adres, branch, shared)
                    return self._uitkomst()
            except Gemist as fout:
                if not isinstance(fout, OpSlot):
                    free_at = time.monotonic()
                elif time.monotonic() - free_at > remote.SLOT_TIMEOUT_S:
                    raise
                self._toon("Even wachten: een ander deelt ook…" if poging > 1 else "")
                time.sleep(_pause(poging, time.monotonic() - began))
        raise Gemist

    def _once(self) -> str | None:
        """Do one round; gives the commit that this clone and the place both have now.

        None when that takes another round, '' when there is nothing. Raises Gemist.
        """
        self._heal()
        head = self._record_handwork()
        self._begin = self._begin or head.commit
        self._toon("Ophalen…")
        at_place, theirs = self._overdracht.fetch(head.branch)
        if self._herstel and head.commit:
            with locked(self._omgeving, self._on_wait):
                head = self._herstel.of_ours(self._repository.head(), theirs)
        if self._has_gone_along(head, at_place):
            return None
        if at_place == head.commit:
            check_last(self._repository, self._adres, head.branch, at_place)
            return head.commit
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
            known = tak.last_shared(self._repository, self._adres, head.branch)
            naar = prepare(
                self._repository,
                head.commit,
                theirs,
                bases,
                by,
                # Of a place that was shared with before, that was looked at.
                is_one_group=self._terugzetten and bool(known),
                pages=self._pages,
            )
        if naar != at_place:
            self._overdracht.push(naar, head.branch, at_place, theirs)
        self._move(head, naar)
        if bases:
            with locked(self._omgeving, self._on_wait) as vastlegger:
                repair(self._omgeving, vastlegger, bases[0], theirs)
        return self._stands(naar)

    def _has_gone_along(self, head: Head, at_place: str) -> bool:
        """Whether the place lost what it had, and this clone followed it.

        Raises Herschreven, Leeggemaakt where it may not follow by itself.
        """
        repository, adres = self._repository, self._adres
        known = tak.last_shared(repository, adres, head.branch)
        if not known or self._herstel:
            return False
        if not at_place:
            self._follow(head, known)
            return True
        if not is_rewritten(repository, known, at_place):
            return False
        check_same_group(repository, known, at_place)
        if self._terugzetten:
            return False
        anders = taken_out(self._omgeving, known, at_place)
        if not self._overnemen:
            raise Herschreven(anders)
        by = signature(self._omgeving)
        with locked(self._omgeving, self._on_wait):
            if repository.head() == head:
                part = take_over(repository, head, known, at_place, by, self._pages)
                self._bijgewerkt.append(part)
                tak.note_shared(repository, adres, head.branch, at_place)
                self._is_overgenomen = True
                self._overgenomen = anders
        return True

    def _take_back(self) -> None:
        """Bring back what this clone left when it went along with a place."""
        with locked(self._omgeving, self._on_wait):
            by = signature(self._omgeving)
            self._bijgewerkt += take_back(self._repository, by, self._pages)

    def _follow(self, head: Head, known: str) -> None:
        """Go along to another name of the branch at the place. Raises Leeggemaakt."""
        repository, adres = self._repository, self._adres
        naam = renamed_to(repository, adres, known)
        if not naam:
            raise Leeggemaakt(adres)
        with locked(self._omgeving, self._on_wait):
            if repository.head() != head:
                return
            remote.follow(repository, adres, naam, known)
        self._tak = naam.removeprefix("refs/heads/")

    def _check_is_private(self) -> None:
        if self._openbaar:
            return
        is_seen = is_public(self._repository, self._adres)
        if is_seen:
            raise Openbaar
        self._is_lezer_onbekend = is_seen is None

    def _heal(self) -> None:
        """Remove what systems left here, and a sync that died: locks, and its merge."""
        repository, branch = self._repository, self._repository.head().branch
        strays.sweep(repository.common_dir, branch)
        if self._died_since is None:
            return
        refs = (
            remote.tracking(branch),
            trees.KLAARGEZET,
            tak.ref_of(self._adres, branch),
        )
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

    def _stands(self, commit: str) -> str | None:
        """*commit*, which the place has now; None when something was recorded here meanwhile."""
        if self._repository.head().commit != commit:
            return None
        return commit

    def _move(self, head: Head, naar: str) -> None:
        with locked(self._omgeving, self._on_wait):
            if self._repository.head() != head:
                return  # recorded meanwhile: the next round merges that too
            self._bijgewerkt.append(bijwerken.move(self._repository, head, naar))

    def _uitkomst(self) -> Uitkomst:
        uitkomst = Uitkomst(
            uit=self._overdracht.uit,
            onleesbaar=self._onleesbaar,
            teruggezet=self._teruggezet,
            is_lezer_onbekend=self._is_lezer_onbekend,
            is_overgenomen=self._is_overgenomen,
            overgenomen=self._overgenomen,
            tak=self._tak,
        )
        if not self._bijgewerkt:
            return uitkomst
        verteld, aantal = binnen.latest(self._repository, self._begin)
        return uitkomst._replace(
            binnen=tuple(verteld),
            aantal_binnen=aantal,
            bijgewerkt=together(self._bijgewerkt),
        )


def _pause(poging: int, took_s: float) -> float:
    """How long to wait before the next round.

    Everybody waits for a time of their own, so that somebody is first; longer where a round takes
    longer, and the longer the more often others were first.
    """
    longest = min(MAX_PAUZE_S, took_s * 2.0 ** min(poging, 10))
    share = int.from_bytes(os.urandom(2)) / 65_536
    return float(share * longest)

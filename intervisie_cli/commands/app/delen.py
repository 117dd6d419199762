"""Sharing beside another command: it never makes that one fail."""

import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from threading import Thread

from intervisie_cli.commands.app import App
from intervisie_cli.commands.sync import report, say_clashes, share
from intervisie_cli.flows.mee.gezien import Gezien
from intervisie_cli.flows.sync.sync import is_connected, sync
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.git import remote
from intervisie_cli.git.hartslag import beat
from intervisie_cli.git.kijken import Blik, look
from intervisie_cli.git.ssh import Lijn
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout, IntervisieError
from intervisie_cli.model.instellingen import SYNC_NA_STAP

# Soon enough to see what another writes; where nothing came for so long, it is looked at less.
KIJK_ELKE_S, KIJK_RUSTIG_S, RUSTIG_NA_S = 1.0, 4.0, 60.0
# So often a whole sync is done, also when nothing seems to be new.
HEEL_ELKE_S = 15.0
# So often the others see that this laptop takes part; where the place does not want that, seldom.
HARTSLAG_ELKE_S, HARTSLAG_GEWEIGERD_S = 20.0, 300.0
# A line that says nothing for so long is as good as cut.
STIL_S = 5.0
# Longer than this nobody waits for a line that may be dead.
WACHT_S = 2.0


def shares(app: App) -> bool:
    """Whether the group chose to share after each step, and has a place for it."""
    return app.omgeving.groep.instellingen.sync == SYNC_NA_STAP and is_connected(
        app.omgeving.repository
    )


def share_after(app: App, *, is_quiet: bool = False) -> None:
    """Share now, when there is a shared place.

    An error does not end the command; what was recorded stays. With *is_quiet* nothing is told: the
    command shares once more at its end.
    """
    if not is_connected(app.omgeving.repository):
        return
    try:
        uitkomst = share(app)
    except IntervisieError as fout:
        if not is_quiet:
            _later(app, fout)
        return
    if not is_quiet:
        report(app, uitkomst)


def _later(app: App, fout: IntervisieError) -> None:
    app.console.melding(
        f"Delen lukte nu niet. {fout.bericht} Wat je vastlegde is bewaard."
    )
    app.console.melding("Deel het later met: intervisie sync")


class Achtergrond:
    """Shares while people read; its outcome is told when they are done."""

    def __init__(self, app: App, ik: str = "") -> None:
        """*ik* is the member who takes part here, '' for who only looks on."""
        omgeving = app.omgeving
        self._app = app
        self._ik = ik
        self._gezien = Gezien()
        self._beat_next = 0.0
        # Another thread works with settings of its own, and asks git for them once.
        self._eigen = omgeving.in_folder(omgeving.root)
        self._thread: Thread | None = None
        self._began = -KIJK_RUSTIG_S
        self._whole_at = -HEEL_ELKE_S
        self._news_at = time.monotonic()
        self._uitkomsten: list[Uitkomst] = []
        # What went wrong the last time, None when it went well.
        self._fout: IntervisieError | None = None
        # Since when the place was not reached, None when it was the last time.
        self._weg_sinds: float | None = None

    def start(self) -> None:
        """Begin to share, unless that is going on already."""
        self._whole_at = -HEEL_ELKE_S
        self._begin()

    def take_in(self) -> None:
        """Share now, and wait for that as long as a person waits for another's word."""
        self.start()
        if self._thread:
            self._thread.join(WACHT_S)

    def kijk(self) -> None:
        """Look for news when the last time is long enough ago; seldom where nothing happens."""
        nu = time.monotonic()
        is_rustig = nu - self._news_at > RUSTIG_NA_S
        if nu - self._began >= (KIJK_RUSTIG_S if is_rustig else KIJK_ELKE_S):
            self._begin()

    @cached_property
    def _is_shared(self) -> bool:
        return shares(self._app)

    @cached_property
    def _adres(self) -> Adres:
        return remote.address(self._eigen.repository)

    @cached_property
    def _lijn(self) -> Lijn:
        return Lijn(self._eigen.repository, self._adres)

    def _begin(self) -> None:
        if not self.is_busy and self._is_shared:
            self._began = time.monotonic()
            self._thread = Thread(target=self._share, daemon=True)
            self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether it is at it."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def lijn(self) -> str:
        """What is wrong with the line to the shared place, '' for nothing."""
        nu = time.monotonic()
        sinds = self._weg_sinds
        if sinds is None and self.is_busy and nu - self._began > STIL_S:
            sinds = self._began
        if sinds is None:
            return ""
        return f"geen verbinding sinds {round(nu - sinds)} s"

    def niet_gezien(self, leden: Iterable[str]) -> str:
        """Of whose laptop nothing was seen for a while: 'Noor niet gezien sinds 20:12', or ''."""
        groep = self._app.omgeving.groep
        weg = self._gezien.weg(leden)
        return ", ".join(
            f"{groep.roepnaam(lid)} niet gezien sinds {sinds:%H:%M}"
            for lid, sinds in weg.items()
        )

    def _share(self) -> None:
        began = self._began
        try:
            if self._has_news():
                self._whole_at = began
                self._uitkomsten.append(sync(self._eigen, lambda _: None))
        except IntervisieError as fout:
            self._failed(fout, began)
        except OSError:
            self._failed(IntervisieError("De schijf gaf een fout."), began)
        else:
            self._fout = None
            self._weg_sinds = None

    def _has_news(self) -> bool:
        """Whether there is anything to share; what an editor wrote is looked for now and then."""
        is_te_lang = time.monotonic() - self._whole_at >= HEEL_ELKE_S
        repository = self._eigen.repository
        head = repository.head()
        self._lijn.ensure()
        blik = look(repository, self._adres, head.branch)
        self._gezien.zie(blik.hartslag, self._eigen.clock())
        is_nieuw = blik.commit != head.commit
        if is_nieuw:
            self._news_at = time.monotonic()
        self._beat(blik, head.branch)
        return is_nieuw or is_te_lang

    def _beat(self, blik: Blik, branch: str) -> None:
        """Show the others that this laptop takes part."""
        if not self._ik or time.monotonic() < self._beat_next:
            return
        # What the place had when this clone looked last is both there and here.
        commit = self._eigen.repository.commit_at(remote.tracking(branch))
        if not commit:
            return
        self._beat_next = time.monotonic() + HARTSLAG_ELKE_S
        try:
            was = blik.hartslag.get(self._ik, "")
            beat(self._eigen.repository, self._adres, self._ik, commit, was)
        except GitFout:
            self._beat_next = time.monotonic() + HARTSLAG_GEWEIGERD_S

    def _failed(self, fout: IntervisieError, began: float) -> None:
        self._fout = fout
        self._let_go()
        if self._weg_sinds is None:
            self._weg_sinds = began

    def _let_go(self) -> None:
        # Where there is no place, there is no line to it.
        with suppress(IntervisieError):
            self._lijn.close()

    def finish(self) -> None:
        """Wait until it is done, and tell what came of it."""
        if self._thread:
            self._app.console.voortgang("Delen…")
            self._thread.join()
            self._app.console.voortgang("")
            self._let_go()
        for uitkomst in self._uitkomsten:
            # What came in was seen as it came; a person has to know what stayed behind.
            if uitkomst.needs_a_look:
                report(self._app, uitkomst)
        veranderd: list[str] = []
        for uitkomst in self._uitkomsten:
            veranderd += uitkomst.bijgewerkt.veranderd
        say_clashes(self._app, veranderd)
        if any(uitkomst.uit for uitkomst in self._uitkomsten):
            self._app.console.regel(
                "✓ Wat is vastgelegd, is gedeeld met de groep.", "groen"
            )
        if self._fout:
            _later(self._app, self._fout)
        self._uitkomsten.clear()
        self._fout = None

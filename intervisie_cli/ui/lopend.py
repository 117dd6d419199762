"""The question that is on the screen, and what ends it from outside: a signal, or news."""

from collections.abc import Callable
from typing import Any

import questionary

from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.vraag import Toets
from intervisie_cli.ui.einde import Einde
from intervisie_cli.ui.wensen import BINNEN


class Lopend(Einde):
    """Runs questions one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._app: Any = None

    def run(
        self, question: questionary.Question, kijk: Callable[[], bool] | None
    ) -> Any:
        """The answer; *kijk* says every second whether something came in meanwhile.

        Raises Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken.
        """
        if self._einde:
            raise self._einde  # it came between two questions, and the answer is kept by now
        self._app = app = question.application
        # It would say in English that a terminal does not tell where its cursor is.
        app.renderer.cpr_not_supported_callback = None
        # Ctrl-C is a signal until the question has the terminal, and is drawn after that.
        app.before_render += self._heed
        if kijk:
            app.before_render += lambda app: _look(app, kijk)
        try:
            result = app.run(handle_sigint=False)
        except OSError:
            # The terminal is gone: as if the system said so with SIGHUP.
            raise Onderbroken("Gestopt.", exit_code=129) from None
        finally:
            self._app = None
        if isinstance(result, Exception):
            raise result
        return result

    @property
    def _runs(self) -> bool:
        return bool(self._app and self._app.is_running and self._app.loop)

    def _wake(self) -> None:
        if self._runs:
            self._app.loop.call_soon_threadsafe(self._app.invalidate)

    def _heed(self, app: Any) -> None:
        """End the question when a signal came; each drawing sees to it."""
        if self._einde and not app.is_done:
            _end(app, exception=self._einde)


def _look(app: Any, kijk: Callable[[], bool]) -> None:
    """End the question when something came in; what was typed is kept."""
    if not app.is_done and kijk():
        app.erase_when_done = True
        _end(app, result=Toets(BINNEN))


def _end(app: Any, **uitkomst: Any) -> None:
    """Give the question its outcome after this drawing, unless it was just answered."""

    def end() -> None:
        if app.is_running and not app.is_done:
            app.exit(**uitkomst)

    app.loop.call_soon(end)

"""What ends a question from outside: a signal, which is told once the answer at hand is kept."""

from intervisie_cli.model.fouten import Onderbroken


class Einde:
    """Takes the signals. How a question ends that is asked just then, a subclass says."""

    def __init__(self) -> None:
        # What ends the question at hand, or else the next one.
        self._einde: BaseException | None = None

    @property
    def is_interrupted(self) -> bool:
        """Whether a signal came that no question has told yet."""
        return self._einde is not None

    def interrupt(self) -> None:
        """Take Ctrl-C between two questions: what was just answered is kept first.

        A second one stops at once.
        """
        if self._einde:
            raise KeyboardInterrupt
        self._einde = KeyboardInterrupt()
        self._wake()

    def stop(self, exit_code: int) -> None:
        """End the question from a signal handler, with the terminal put back as it was."""
        gestopt = Onderbroken("Gestopt.", exit_code=exit_code)
        if not self._runs:
            raise gestopt
        self._einde = gestopt
        self._wake()

    @property
    def _runs(self) -> bool:
        """Whether a question is asked now."""
        return False

    def _wake(self) -> None:
        """Let the question at hand see to it soon."""

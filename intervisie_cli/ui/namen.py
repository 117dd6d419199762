"""Tab completes a name in front of a line: `ti` becomes `tim: `."""

from collections.abc import Iterable, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document


class Namen(Completer):
    """Proposes *namen* as long as nothing but the beginning of one stands there."""

    def __init__(self, namen: Sequence[str]) -> None:
        self._namen = namen

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - it is called with it
    ) -> Iterable[Completion]:
        """Each name that begins with what was typed."""
        getypt = document.text
        for naam in self._namen:
            if naam.casefold().startswith(getypt.casefold()):
                yield Completion(f"{naam.casefold()}: ", start_position=-len(getypt))

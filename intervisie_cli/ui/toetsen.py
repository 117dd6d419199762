"""The keys of a question beside those of questionary, and what is kept of half-typed text."""

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from prompt_toolkit.application import application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from intervisie_cli.model.vraag import Terug, Toets
from intervisie_cli.taal.tekst import zonder_stuurtekens
from intervisie_cli.ui.wensen import KAART, MEER, NOTITIE

# Text that is being typed is kept this often: writing it durably takes a disk some milliseconds,
# and whoever loses the window loses half a second of typing.
HALF_ELKE_S = 0.5


def share_default_keys() -> None:
    """Let all questions share prompt_toolkit's own key bindings.

    It builds the same 600 of them for each application anew, and questionary makes three for one
    choice: most of the time between Enter and the next question. They hold no state.
    """
    names = vars(application)
    if not hasattr(names["load_key_bindings"], "cache_info"):
        names["load_key_bindings"] = cache(names["load_key_bindings"])


class Editor(Exception):
    """The person wants the editor, on the text so far."""

    def __init__(self, text: str) -> None:
        self.text = text


class Half:
    """Passes on what is being typed, at most every half second and at a tick of the clock."""

    def __init__(self, bewaar: Callable[[str], None]) -> None:
        self._bewaar = bewaar
        self._last = time.monotonic()
        self._waiting: str | None = None

    def changed(self, buffer: Any) -> None:
        """Note the text, and pass it on when it is time."""
        self._waiting = buffer.text
        self.tick()

    def tick(self) -> None:
        """Pass on what waits, when it is time."""
        if self._waiting is not None and time.monotonic() - self._last >= HALF_ELKE_S:
            self._bewaar(zonder_stuurtekens(self._waiting))
            self._waiting = None
            self._last = time.monotonic()


# The keys that are for something else than the question, and what the person wants.
_TOETSEN = {"c-k": KAART, "c-n": NOTITIE, "c-x": MEER}


def common_keys(*, in_stap: bool) -> KeyBindings:
    """Ctrl-T takes the previous question back; in a step others ask for something beside it.

    The question then ends with Terug, or with Toets.
    """
    keys = KeyBindings()
    if in_stap:
        for key, wat in _TOETSEN.items():
            keys.add(key, eager=True)(_asks_for(wat))

    @keys.add("c-t", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.erase_when_done = True
        event.app.exit(result=Terug())

    # A colour code that is pasted or typed raw looks like a mouse click to prompt_toolkit, which
    # then fails.
    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _(_event: KeyPressEvent) -> None:
        pass

    return keys


def _asks_for(wat: str) -> Callable[[KeyPressEvent], None]:
    def handle(event: KeyPressEvent) -> None:
        event.app.erase_when_done = True
        event.app.exit(result=Toets(wat))

    return handle


def choice_keys(*, in_stap: bool) -> KeyBindings:
    """The same, and Ctrl-D stops, as it does at a text that is still empty."""
    keys = common_keys(in_stap=in_stap)

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    return keys


class Prefill:
    """A proposal, '' for none: the first letter takes its place, as where a text is selected.

    Whoever presses another key first, such as an arrow, keeps it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.gives_way = bool(text)

    def watch(self, app: Any) -> None:
        """Look at the keys that are pressed in *app*."""
        app.key_processor.after_key_press += self._pressed

    def _pressed(self, _processor: Any) -> None:
        self.gives_way = False


def text_keys(*, is_lang: bool, in_stap: bool, prefill: Prefill) -> KeyBindings:
    """The same, Ctrl-O for the editor, a paste that is safe, and new lines where they belong."""
    keys = common_keys(in_stap=in_stap)

    @keys.add(Keys.Any, filter=Condition(lambda: prefill.gives_way))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.text = ""
        event.current_buffer.insert_text(event.data)

    @keys.add("c-o", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.erase_when_done = True
        event.app.exit(result=Editor(event.current_buffer.text))

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        text = zonder_stuurtekens(event.data.replace("\r\n", "\n").replace("\r", "\n"))
        if not is_lang:
            text = text.replace("\n", " ")
        if prefill.gives_way:
            event.current_buffer.text = ""
        event.current_buffer.insert_text(text)

    if is_lang:

        @keys.add("enter", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        @keys.add("escape", "enter", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

    return keys

"""What somebody types at a list to choose from, where a number or an arrow was meant."""

from collections.abc import Sequence
from typing import Any

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, Window
from questionary.prompts.common import InquirerControl

_HOE = "  Dat staat er niet bij. Kies met een nummer of de pijltjes."


class Woordkeus:
    """Points at the choice that begins with what is typed; Enter takes no other for it.

    *beginnen* are the words that each choice can begin with. A letter of *toetsen* right after
    another one takes its place: somebody means the other choice.
    """

    def __init__(
        self,
        lijst: InquirerControl,
        beginnen: Sequence[Sequence[str]],
        toetsen: str = "",
    ) -> None:
        self._lijst = lijst
        self._beginnen = beginnen
        self._toetsen = toetsen
        self._getypt = ""
        self._is_bekend = False
        self._stond_op = -1

    @property
    def is_vreemd(self) -> bool:
        """Whether something was typed that begins no choice, and nobody pointed since."""
        if not self._getypt or self._is_bekend:
            return False
        return bool(self._lijst.pointed_at == self._stond_op)

    def typ(self, tekst: str) -> None:
        """Take in what is typed."""
        if len(self._getypt) == 1 and tekst in self._toetsen:
            self.wis()
        self._getypt += tekst.casefold()
        self._stond_op = self._lijst.pointed_at
        begin = self._getypt.strip()
        for nummer, woorden in enumerate(self._beginnen):
            if any(woord.casefold().startswith(begin) for woord in woorden):
                self._is_bekend = True
                self._lijst.pointed_at = nummer
                return

    def wis(self) -> None:
        """Forget what was typed."""
        self._getypt = ""
        self._is_bekend = False


def listen(app: Any, woordkeus: Woordkeus) -> None:
    """Let *woordkeus* hear the keys of *app*, and say below the list what it cannot use."""
    keys = KeyBindings()
    is_vreemd = Condition(lambda: woordkeus.is_vreemd)

    # Not eager: the terminal tells where its cursor is in a key too, and an answer waits for that.
    @keys.add(Keys.Any)
    @keys.add("j", eager=True)
    @keys.add("n", eager=True)
    def _(event: KeyPressEvent) -> None:
        # A key that has no letter gives its code.
        if not event.data.startswith("\x1b"):
            woordkeus.typ(event.data)

    @keys.add("enter", eager=True, filter=is_vreemd)
    @keys.add("backspace", eager=True)
    def _(_event: KeyPressEvent) -> None:
        woordkeus.wis()

    app.key_bindings = merge_key_bindings([app.key_bindings, keys])
    hoe = Window(FormattedTextControl(_HOE), height=1, dont_extend_height=True)
    app.layout.container.children.append(ConditionalContainer(hoe, filter=is_vreemd))

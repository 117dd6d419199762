"""The bar below a question: the time, how the text stands, and the keys."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import merge_key_bindings
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, Window

from intervisie_cli.ui import meekijken
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.toetsen import choice_keys
from intervisie_cli.ui.woorden import fitting
from intervisie_cli.vragen.tijdplan import Klok

STIJLEN = [
    ("bottom-toolbar", "noreverse"),
    ("balk", "bg:ansibrightblack fg:ansiwhite"),
    *meekijken.STIJLEN,
    ("balk-krap", "bg:ansiyellow fg:ansiblack"),
    ("balk-over", "bg:ansired fg:ansiwhite"),
]
# The clock in the bar is drawn this often.
TIK_S = 1.0


class Balk:
    """Draws the bar; *clock* gives the time."""

    def __init__(self, console: Console, clock: Callable[[], datetime]) -> None:
        self._console = console
        self._clock = clock

    def below(self, app: Any, klok: Klok | None) -> None:
        """Put the bar below a choice, with the keys that it names: questionary gives it none."""
        app.key_bindings = merge_key_bindings(
            [app.key_bindings, choice_keys(in_stap=klok is not None)]
        )
        app.refresh_interval = TIK_S
        control = FormattedTextControl(lambda: self.tekst(klok))
        bar = Window(control, height=1, dont_extend_height=True)
        app.layout.container.children.append(ConditionalContainer(bar, filter=~is_done))

    def naast(self, stand: StyleAndTextTuples, klok: Klok | None) -> StyleAndTextTuples:
        """The bar at a text, behind how that text stands."""
        bezet = sum(len(deel[1]) for deel in stand)
        return [*stand, *self.tekst(klok, bezet=bezet, is_tekst=True)]

    def tekst(
        self,
        klok: Klok | None,
        *,
        bezet: int = 0,
        is_tekst: bool = False,
    ) -> StyleAndTextTuples:
        """As much as fits beside *bezet* columns: the time always, then total, step and keys."""
        # A space at both ends.
        room = self._console.breedte - 2 - bezet
        # The way out first: it is on the narrowest screen too.
        keys = ["^C stop", "^T terug"]
        if klok:
            keys.append("^X meer")
        nodig = " · ".join(keys)
        if klok:
            keys += ["^N notitie", "^K kaart"]
        if is_tekst:
            keys.append("^O editor")
        if not klok:
            return [("class:balk", f" {fitting(keys, room)} ")]
        nu = self._clock()
        tijd, stand = klok.tijd(nu)
        # What a person must find goes before what is nice to see.
        over = max(len(tijd), room - len(nodig) - 2)
        text = fitting([tijd, klok.totaal(nu)], over)
        if len(klok.titel) + len(text) + 3 <= over:
            text = f"{klok.titel} · {text}"
        stijl = "class:balk" if stand == "ruim" else f"class:balk-{stand}"
        rest = fitting(keys, room - len(text) - 2)
        return [(stijl, f" {text} "), ("class:balk", f" {rest} ")]

"""Questions at a terminal: the only importer of questionary. Shows the clock, keeps what is typed, goes back."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import questionary
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, Window
from questionary import Choice

from intervisie_cli.model.fouten import IntervisieError, Onderbroken
from intervisie_cli.model.vraag import Keuze, Terug, Vraag
from intervisie_cli.ui.console import Console, kort
from intervisie_cli.ui.editor import edit
from intervisie_cli.ui.veilig import op_een_regel, veilig
from intervisie_cli.vragen.tekst import bezwaar, lees_datum, schoon, zonder_stuurtekens
from intervisie_cli.vragen.tijd import Klok

# Text that is being typed is kept at most this often.
HALF_ELKE_S = 0.5

_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan bold"),
        ("question", "bold"),
        ("instruction", "fg:ansibrightblack"),
        ("answer", ""),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "fg:ansicyan bold"),
        ("bottom-toolbar", "noreverse"),
        ("balk", "bg:ansibrightblack fg:ansiwhite"),
        ("balk-krap", "bg:ansiyellow fg:ansiblack"),
        ("balk-over", "bg:ansired fg:ansiwhite"),
    ]
)
_QMARK = "›"


class _Editor(Exception):
    def __init__(self, text: str) -> None:
        self.text = text


class TerminalPrompter:
    """Asks a person. *private* is a folder for the editor's file; *clock* gives the time for the bar."""

    def __init__(self, console: Console, private: Path, clock: Callable[[], datetime]) -> None:
        self._console = console
        self._private = private
        self._clock = clock
        self._running: questionary.Question | None = None
        self._last_teller = ""

    def stop(self, exit_code: int) -> None:
        """End the running question from a signal handler, with the terminal put back as it was."""
        question = self._running
        if question and question.application.is_running and question.application.loop:
            question.application.loop.call_soon_threadsafe(
                lambda: question.application.exit(exception=Onderbroken("Gestopt.", exit_code=exit_code))
            )
        else:
            raise Onderbroken("Gestopt.", exit_code=exit_code)

    def los(self, vraag: Vraag) -> Any:
        """Ask without a clock: before a sessie begins."""
        return self.vraag(vraag, vraag.standaard, None, lambda _: None)

    def vraag(self, vraag: Vraag, voorstel: Any, klok: Klok | None, on_half: Callable[[str], None]) -> Any:
        """Ask one question. Raises Terug, KeyboardInterrupt, EOFError, Onderbroken."""
        self._intro(vraag)
        if vraag.soort in ("tekst", "lang", "datum"):
            return self._text(vraag, "" if voorstel is None else str(voorstel), klok, on_half)
        if vraag.soort == "meer":
            return self._several(vraag, voorstel or [], klok)
        if vraag.soort == "volgorde":
            return self._order(vraag, voorstel or [], klok)
        return self._choose(_message(vraag), vraag.keuzes, voorstel, klok)

    def nakijken(self, regels: Sequence[tuple[Vraag, Any]], klok: Klok) -> str | None:
        """Show all answers, and ask whether they can be recorded."""
        self._console.regel()
        self._console.regel("Nakijken", "vet", "blauw")
        breed = self._console.breedte
        for vraag, waarde in regels:
            links = kort(_label(vraag), breed // 2 - 2)
            self._console.regel(f"  {links}  {kort(_shown(vraag, waarde), breed - len(links) - 4)}")
        keuzes = (Keuze("ja", "Vastleggen"), Keuze("nee", "Eerst iets veranderen"))
        if self._choose("Klopt het zo?", keuzes, "ja", klok) == "ja":
            return None
        smal = max(10, breed - 8)
        lijst = tuple(Keuze(v.sleutel, kort(f"{_label(v)}  {_shown(v, w)}", smal)) for v, w in regels)
        gekozen: str = self._choose("Wat wil je veranderen?", lijst, None, klok)
        return gekozen

    def _intro(self, vraag: Vraag) -> None:
        if vraag.teller and vraag.teller != self._last_teller:
            self._console.regel(vraag.teller, "dof")
        self._last_teller = vraag.teller
        if vraag.kop:
            self._console.alinea(vraag.kop, inspringen=2)
        if vraag.hulp:
            self._console.alinea(vraag.hulp, "dof", inspringen=2)

    def _text(self, vraag: Vraag, text: str, klok: Klok | None, on_half: Callable[[str], None]) -> str:
        is_lang = vraag.soort == "lang"
        half = _Half(on_half)

        def bar() -> StyleAndTextTuples:
            half.tick()
            return self._bar(klok, "Ctrl-O editor")

        while True:
            question = questionary.text(
                _message(vraag),
                default=text,
                qmark=_QMARK,
                style=_STYLE,
                multiline=is_lang,
                instruction="" if is_lang else None,
                validate=lambda typed: self._objection(vraag, typed) or True,
                validate_while_typing=False,
                bottom_toolbar=bar,
                refresh_interval=1.0,
                key_bindings=_text_keys(is_lang),
            )
            question.application.current_buffer.on_text_changed += half.changed
            try:
                return schoon(zonder_stuurtekens(self._run(question)))
            except _Editor as editor:
                text = self._edit(editor.text, is_lang=is_lang)
                on_half(text)
            except (KeyboardInterrupt, EOFError, Onderbroken):
                on_half(question.application.current_buffer.text)
                raise

    def _objection(self, vraag: Vraag, typed: str) -> str:
        text = schoon(zonder_stuurtekens(typed))
        if not text:
            return "Hier hoort een antwoord." if vraag.verplicht else ""
        if reden := bezwaar(text, is_lang=vraag.soort == "lang"):
            return f"Dit antwoord {reden}."
        if vraag.soort == "datum" and not lees_datum(text, self._clock().date()):
            return "Schrijf een datum die bestaat, zoals 1 december of 2026-12-01. Leeg mag ook."
        return ""

    def _choose(self, message: str, keuzes: Sequence[Keuze], voorstel: Any, klok: Klok | None) -> Any:
        is_ja_nee = [keuze.waarde for keuze in keuzes] == [True, False]
        choices = [
            Choice(
                op_een_regel(keuze.label),
                value=nummer,
                shortcut_key="jn"[nummer] if is_ja_nee else (str(nummer + 1) if nummer < 9 else False),
            )
            for nummer, keuze in enumerate(keuzes)
        ]
        start = next((c for c, k in zip(choices, keuzes, strict=True) if k.waarde == voorstel), choices[0])
        question = questionary.select(
            message,
            choices=choices,
            default=start,
            qmark=_QMARK,
            pointer="›",
            style=_STYLE,
            instruction="(j of n, Enter)" if is_ja_nee else "(pijltjes, Enter)",
            use_shortcuts=True,
            use_jk_keys=False,
            show_selected=False,
        )
        self._with_bar(question, klok)
        return keuzes[self._run(question)].waarde

    def _several(self, vraag: Vraag, voorstel: Sequence[Any], klok: Klok | None) -> list[Any]:
        choices = [Choice(op_een_regel(k.label), value=k.waarde, checked=k.waarde in voorstel) for k in vraag.keuzes]
        question = questionary.checkbox(
            _message(vraag),
            choices=choices,
            qmark=_QMARK,
            pointer="›",
            style=_STYLE,
            instruction="(spatie kiest, Enter klaar)",
            validate=lambda gekozen: True if len(gekozen) > 1 else "Kies er minstens twee.",
        )
        self._with_bar(question, klok)
        chosen: list[Any] = self._run(question)
        return chosen

    def _order(self, vraag: Vraag, voorstel: Sequence[Any], klok: Klok | None) -> list[Any]:
        """Pick one after the other; what is not picked follows as it was."""
        labels = {keuze.waarde: keuze for keuze in vraag.keuzes}
        rest = [waarde for waarde in voorstel if waarde in labels] or list(labels)
        rest += [waarde for waarde in labels if waarde not in rest]
        chosen: list[Any] = []
        message = _message(vraag)
        while len(rest) > 1:
            laten = Keuze(None, "In deze volgorde laten" if not chosen else "De rest in deze volgorde")
            pick = self._choose(message, (laten, *(labels[waarde] for waarde in rest)), None, klok)
            if pick is None:
                break
            chosen.append(pick)
            rest.remove(pick)
            message = "Welke daarna?"
        return chosen + rest

    def _run(self, question: questionary.Question) -> Any:
        self._running = question
        try:
            result = question.unsafe_ask()
        finally:
            self._running = None
        if isinstance(result, Exception):
            raise result
        return result

    def _with_bar(self, question: questionary.Question, klok: Klok | None) -> None:
        app = question.application
        app.key_bindings = merge_key_bindings([app.key_bindings, _back_key()])
        app.refresh_interval = 1.0
        bar = Window(FormattedTextControl(lambda: self._bar(klok, "")), height=1, dont_extend_height=True)
        app.layout.container.children.append(bar)

    def _bar(self, klok: Klok | None, extra: str) -> StyleAndTextTuples:
        keys = "  ·  ".join(part for part in ("Ctrl-T terug", extra, "Ctrl-C stoppen") if part)
        if not klok:
            return [("class:balk", f" {keys} ")]
        text, stand = klok.stand(self._clock())
        return [("class:balk" if stand == "ruim" else f"class:balk-{stand}", f" {text} "), ("class:balk", f" {keys} ")]

    def _edit(self, text: str, *, is_lang: bool) -> str:
        """Open the user's editor on *text*, in a file that only this user can read."""
        path = self._private / "antwoord.md"
        path.write_text(text + "\n", encoding="utf-8")
        try:
            edit(path)
            edited = schoon(zonder_stuurtekens(path.read_text(encoding="utf-8", errors="replace")))
        except IntervisieError as error:
            self._console.fout(error.bericht, error.hulp)
            return text
        finally:
            path.unlink(missing_ok=True)
        return edited if is_lang else " ".join(edited.split())


def _message(vraag: Vraag) -> str:
    tekst = op_een_regel(vraag.tekst)
    return f"{op_een_regel(vraag.aan)} · {tekst}" if vraag.aan else tekst


def _label(vraag: Vraag) -> str:
    return _message(vraag)


def _shown(vraag: Vraag, waarde: Any) -> str:
    if vraag.soort == "volgorde":
        return "zoals gekozen"
    keuze = next((keuze for keuze in vraag.keuzes if keuze.waarde == waarde), None)
    return keuze.label if keuze else veilig(str(waarde)) or "–"


class _Half:
    """Passes on what is being typed: at most every half second, and at the next tick of the clock."""

    def __init__(self, on_half: Callable[[str], None]) -> None:
        self._on_half = on_half
        self._last = time.monotonic()
        self._waiting: str | None = None

    def changed(self, buffer: Any) -> None:
        self._waiting = buffer.text
        self.tick()

    def tick(self) -> None:
        if self._waiting is not None and time.monotonic() - self._last >= HALF_ELKE_S:
            self._on_half(self._waiting)
            self._waiting, self._last = None, time.monotonic()


def _back_key() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-t", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Terug())

    return keys


def _text_keys(is_lang: bool) -> KeyBindings:
    keys = _back_key()

    @keys.add("c-o", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=_Editor(event.current_buffer.text))

    if is_lang:

        @keys.add("enter", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        @keys.add("escape", "enter", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

    return keys

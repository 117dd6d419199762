"""A person who reads plain lines: each answer is a line, and the screen is what was written."""

from tests.terminal.terminal import CTRL_C, ENTER, Terminal, _flat

AAN = {"ACCESSIBLE": "1"}
_PROMPT = "\n> "


class Regels:
    """What is said in a window, line by line."""

    def __init__(self, window: Terminal) -> None:
        self.window = window
        self._from = 0

    @property
    def new(self) -> str:
        """What was written since the last line that was typed."""
        return self.window.raw[self._from :].decode("utf-8", "replace")

    @property
    def all(self) -> str:
        return self.window.raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def hears(self, *texts: str) -> None:
        """Wait until all *texts* were written since the last line."""
        self.window.until(
            lambda: all(_flat(text) in _flat(self.new) for text in texts),
            f"{texts!r} in {self.new!r}",
        )

    def asks(self, question: str) -> None:
        """Wait for a question, with the cursor behind the prompt."""
        self.window.until(
            lambda: _flat(question) in _flat(self.new) and self.new.endswith(_PROMPT),
            f"question {question!r}",
        )

    def waits(self) -> None:
        """Wait until a line can be typed: who types sooner is taken for a paste."""
        self.window.until(lambda: self.new.endswith(_PROMPT), "a prompt")

    def say(self, line: str = "") -> None:
        """Type a line at the prompt."""
        self.waits()
        self._from = len(self.window.raw)
        self.window.keys(line, ENTER)

    def answer(self, question: str, *lines: str) -> None:
        """Wait for a question and type what answers it; no lines takes the proposal."""
        self.asks(question)
        for line in lines or ("",):
            self.say(line)

    def play(self, script: str) -> None:
        """Answer one question a line, as `Terminal.play`."""
        for line in script.strip().splitlines():
            question, _, answer = (part.strip() for part in line.partition("|"))
            self.answer(question, "" if answer in ("", "-") else answer)

    def menu(self, choice: str) -> None:
        """Choose in the menu, by the words of the choice."""
        self.say(".menu")
        self.answer("Wat wil je doen?", choice)

    def stop(self) -> None:
        """Press Ctrl-C, and wait for the end."""
        self._from = len(self.window.raw)
        self.window.keys(CTRL_C)
        assert self.window.exit_code() == 130

    def is_plain(self) -> bool:
        """Whether nothing that was written steers a terminal."""
        raw = self.window.raw
        return b"\x1b" not in raw and b"\r" not in raw.replace(b"\r\n", b"")

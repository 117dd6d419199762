"""What is typed at one question so far, line by line."""

from intervisie_cli.ui.puntwoorden import LEEG, VERDER, Typregel


class Tekstregels:
    """An answer that grows; *staat* is the text that an empty line takes.

    *is_getypt*: somebody typed that text before, so it is to be kept.
    """

    def __init__(self, staat: str, *, is_getypt: bool, is_lang: bool) -> None:
        self.staat = staat
        self.is_getypt = is_getypt
        self._is_lang = is_lang
        self._regels: list[str] = []

    @property
    def getypt(self) -> str:
        """The answer as it is by now."""
        return self._joined(self._regels) if self._regels else self.staat

    def neem(self, regel: Typregel) -> bool:
        """Take in a line; give whether the answer is whole."""
        if regel.woord == LEEG:
            self._regels.clear()
            self.staat = ""
            return True
        tekst = regel.tekst
        if not self._is_lang:
            # A paste of more lines is one answer.
            tekst = tekst.replace("\n", " ").strip()
        if regel.woord == VERDER and not self._regels:
            self._regels = [self.staat] if self.staat else []
        if tekst:
            self._regels.append(tekst)
        if self._is_lang:
            return not tekst and not regel.woord
        return bool(tekst) or not regel.woord

    def vervang(self, tekst: str) -> None:
        """Let *tekst* stand there, such as what came back from an editor, or was refused."""
        self._regels.clear()
        self.staat = tekst
        self.is_getypt = True

    def te_bewaren(self, half: str) -> str | None:
        """What is to be kept with *half* a line behind it; None for what nobody typed."""
        nieuw = self._joined([*self._regels, *filter(None, [half])])
        if not self.is_getypt:
            return nieuw or None
        # Both cannot stand there: who began anew and stopped gets the longer one back.
        return max(self.staat, nieuw, key=len)

    def _joined(self, regels: list[str]) -> str:
        return ("\n" if self._is_lang else " ").join(regels)

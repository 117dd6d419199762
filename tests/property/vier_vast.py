"""Somebody at one of the four laptops who says just what a test lets them say."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from intervisie_cli.groep.concept import MAP
from intervisie_cli.model.plain import Data
from intervisie_cli.model.vraag import Vraag
from tests.lab import must
from tests.property import vier_boek
from tests.property.vier_begin import LEDEN
from tests.property.vier_klonen import Wereld

STAP = "probleemdefinitie"
# So long it takes until what another shared is here.
EVEN: list[Callable[[], Any] | None] = [lambda: None] * 3
# Opens a world with so many steps done.
Open = Callable[..., Wereld]


class Vast:
    """Gives *antwoorden* in order, or by key, and presses Ctrl-C when there are no more.

    *wacht* is what they do while they wait: something at another laptop, or Enter for None.
    *verander* are the keys of what they change when they look it over, None to record it.
    """

    def __init__(
        self,
        antwoorden: Sequence[Any] = (),
        wacht: Sequence[Callable[[], Any] | None] = (),
        verander: Sequence[str | None] = (),
    ) -> None:
        self._verander = list(verander)
        self._antwoorden = list(antwoorden)
        self._wacht = list(wacht)
        self.gevraagd: dict[str, Any] = {}
        self.kijk: Callable[[], bool] | None = None
        self.is_interrupted = False
        self.is_nagekeken = False
        self.scherm: list[str] = []
        # Whose answers the last question was about that is put to more members at once.
        self.van_wie: set[str] = set()
        # What stood above the questions.
        self.er_is: list[str] = []
        self.koppen: list[str] = []
        # What the command wrote, when it is done.
        self.uitvoer = ""
        self.fout = None

    def na_kaart(self) -> None:
        """Nothing has to be shown anew."""

    def los(self, vraag: Vraag) -> Any:
        return self.vraag(vraag, vraag.standaard, None, None)

    def vraag(self, vraag: Vraag, voorstel: Any, _klok: Any, _klad: Any) -> Any:
        self.gevraagd[str(vraag.sleutel)] = voorstel
        if vraag.vult:
            self.van_wie = {sleutel.lid for sleutel in vraag.vult}
        self.er_is += vraag.er_is
        self.koppen.append(vraag.kop)
        if not self._antwoorden:
            raise KeyboardInterrupt
        antwoord = self._antwoorden.pop(0)
        return antwoord() if callable(antwoord) else antwoord

    def nakijken(self, regels: Any, _klok: Any) -> Vraag | None:
        if not self._verander:
            raise KeyboardInterrupt
        self.is_nagekeken = True
        sleutel = self._verander.pop(0)
        if sleutel is None:
            return None
        self.gevraagd.pop(sleutel, None)
        vragen: dict[str, Vraag] = {str(vraag.sleutel): vraag for vraag, _ in regels}
        return vragen[sleutel]

    def enter(self, _timeout_s: float) -> bool:
        if not self._wacht:
            raise KeyboardInterrupt
        doe = self._wacht.pop(0)
        if doe:
            doe()
        return not doe


def at(wereld: Wereld, lid: str, *argv: str, mens: Vast) -> Vast:
    """Let somebody do something at a terminal."""
    with wereld.at_terminals(0):
        mens.uitvoer = wereld.run(lid, *argv, mens=mens).out  # type: ignore[arg-type]
    return mens


def als(wereld: Wereld, laptop: str, lid: str, stdin: str) -> None:
    """Give what a member gives, in a file of answers."""
    argv = ("step", "--als", lid, "--antwoorden", "-")
    must(wereld.clone(laptop), *argv, stdin=stdin)


def data(wereld: Wereld, lid: str, stap: str) -> Data:
    """What the clone of *lid* holds of a step."""
    alle = vier_boek.steps_of(wereld.clone(lid))
    return next(front for front in alle if front["stap"] == stap)


def drafts(clone: Path) -> str:
    """All that is kept in drafts, and in what was set aside."""
    paden = (clone / ".git/intervisie" / MAP).glob("*.json*")
    return "\n".join(pad.read_text(encoding="utf-8") for pad in paden)


def said_yes(wereld: Wereld, lid: str) -> list[str]:
    return sorted(data(wereld, lid, STAP).get("duidelijk_voor") or [])


def close(wereld: Wereld, lid: str, tekst: str, *ja: str) -> None:
    """Close the step at the laptop of *lid*; who says no yes passes over."""
    over = [een for een in LEDEN if een not in ja]
    leden = ("kim", "tim", "noor")
    definities = "\n".join(
        f"- {{lid: {een}, definitie: Wat {een} ziet}}" for een in leden
    )
    stdin = (
        f"stap: {STAP}\ndefinities:\n{definities}\nherformulering: {tekst}\n"
        f"duidelijk_voor: [{', '.join(ja)}]\nslaat_over: [{', '.join(over)}]\n"
    )
    must(wereld.clone(lid), "step", "--antwoorden", "-", stdin=stdin)

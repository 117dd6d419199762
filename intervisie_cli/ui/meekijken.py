"""What the bar says of a text while it is typed: the letters of SMART, or the kind of question."""

import threading

from prompt_toolkit.formatted_text import StyleAndTextTuples

from intervisie_cli.model.vraag import Vraag
from intervisie_cli.taal.tekst import zonder_stuurtekens

STIJLEN = [
    ("stand-goed", "bg:ansibrightblack fg:ansibrightgreen bold"),
    ("stand-mist", "bg:ansibrightblack fg:ansibrightyellow"),
    ("stand-later", "bg:ansibrightblack fg:ansiwhite"),
]
_TEKENS = {
    True: ("✓", "goed"),
    False: ("✗", "mist"),
    None: ("?", "later"),
}
# It has words of all sorts, so that the rules load what most sentences need.
_OPWARMER = (
    "elke dag om 9 uur 30 minuten lezen, vóór Pasen, in de kerstvakantie en na de les?"
)


class Meekijken:
    """Loads the rules while the person reads the question, so that no key has to wait for them."""

    def __init__(self) -> None:
        self._is_wakker = threading.Event()

    def wek(self, vraag: Vraag) -> None:
        """Begin to load, for a question with which somebody looks along."""
        if vraag.kijk_mee and not self._is_wakker.is_set():
            # No daemon: an interpreter that ends while a thread loads modules can crash.
            threading.Thread(target=self._wek, args=(vraag,)).start()

    def _wek(self, vraag: Vraag) -> None:
        if vraag.kijk_mee:
            vraag.kijk_mee(_OPWARMER)
        self._is_wakker.set()

    def stand(self, vraag: Vraag, text: str) -> StyleAndTextTuples:
        """How the text so far stands; nothing for no text, or while the rules are loading."""
        if not vraag.kijk_mee or not text.strip() or not self._is_wakker.is_set():
            return []
        delen: StyleAndTextTuples = []
        for wat, is_er in vraag.kijk_mee(zonder_stuurtekens(text)):
            teken, stijl = _TEKENS[is_er]
            delen.append((f"class:stand-{stijl}", f" {wat}{teken}"))
        return [*delen, ("class:balk", " ")]

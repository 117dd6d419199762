"""The stem of a Dutch word: 'motivatie' and 'gemotiveerd' have the same one. The stemmer is Snowball's."""

import re
from collections.abc import Iterable

_DUBBEL = re.compile(r"(.)\1")


def stammen(woorden: Iterable[str]) -> list[str]:
    """The stems of words in lower case without diacritics."""
    import Stemmer

    stemmer = Stemmer.Stemmer("dutch")
    # Twice, and without double letters: 'tentamens' becomes 'tentamen', and that 'tentaam'; 'motiver' is 'motiveer'.
    eerste: list[str] = stemmer.stemWords(list(woorden))
    return [_DUBBEL.sub(r"\1", stam) for stam in stemmer.stemWords(eerste)]

"""Whether a sentence is another one, corrected."""

# From here on two sentences are alike enough to be one.
_ZELFDE = 0.6


def is_correction(was: object, wordt: object) -> bool:
    """Whether *wordt* says the same with a word or a slip mended, and is no other sentence."""
    # Heavy, and of the few moments at which somebody corrects.
    from difflib import SequenceMatcher

    een = str(was or "").casefold()
    ander = str(wordt or "").casefold()
    return SequenceMatcher(None, een, ander, autojunk=False).ratio() >= _ZELFDE

"""The one guard between text from elsewhere and the terminal.

Whatever came from a file, from git or from the environment passes here before it is shown: a
control character becomes visible instead of obeyed. Only what can never be seen is left out, so no
text is lost, and words that look the same are shown the same.
"""

import re

from intervisie_cli.model.eender import zichtbaar

# Control characters, what is invisible or changes direction, halves of a character, and what has no
# meaning that is the same everywhere.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def veilig(text: str) -> str:
    r"""Make every character that could steer a terminal visible, as in `\u{1b}`. Line ends stay."""
    return _ODD.sub(_visible, zichtbaar(text))


def _visible(match: re.Match[str]) -> str:
    char = match[0]
    return "    " if char == "\t" else f"\\u{{{ord(char):x}}}"


def json_veilig(text: str) -> str:
    r"""The same in JSON, which has escapes of its own, such as `\u202e`: no value changes."""
    return _ODD.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    # JSON writes a character above U+FFFF as two units of UTF-16.
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(
        f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2)
    )


def op_een_regel(text: str) -> str:
    """The same on one line."""
    return " ".join(veilig(text).split())

"""Lists to choose from at a terminal, as questions of questionary."""

from collections.abc import Sequence
from typing import Any

import questionary
from questionary import Choice
from questionary.prompts.common import InquirerControl

from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.ui.balk import STIJLEN
from intervisie_cli.ui.console import kort
from intervisie_cli.ui.veilig import op_een_regel
from intervisie_cli.ui.woorden import is_yes_or_no, message_of, too_few
from intervisie_cli.ui.woordkeus import Woordkeus, listen

STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan bold"),
        ("question", "bold"),
        ("instruction", "fg:ansibrightblack"),
        ("answer", ""),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "fg:ansicyan bold"),
        *STIJLEN,
    ]
)
QMARK = "›"
_POINTER = "›"
# With more choices than keys, one chooses with the arrows alone.
_YES_NO_KEYS, _NUMBER_KEYS = "jn", "123456789"


def one_of(
    message: str,
    keuzes: Sequence[Keuze],
    voorstel: Any,
    breedte: int,
) -> questionary.Question:
    """Let one be chosen; the answer is its place in *keuzes*.

    The arrow points first at the one whose value is *voorstel*. *breedte* is how many
    columns there are.
    """
    waarden = [keuze.waarde for keuze in keuzes]
    is_ja_nee = is_yes_or_no(keuzes)
    keys = _YES_NO_KEYS if is_ja_nee else _NUMBER_KEYS
    has_keys = len(keuzes) <= len(_NUMBER_KEYS)
    breed = max(10, breedte - 8)
    choices = []
    for nummer, keuze in enumerate(keuzes):
        key = keys[nummer] if has_keys else None
        label = kort(keuze.label, breed)
        choices.append(Choice(label, value=nummer, shortcut_key=key))
    start = waarden.index(voorstel) if voorstel in waarden else 0
    question = questionary.select(
        message,
        choices=choices,
        default=choices[start],
        qmark=QMARK,
        pointer=_POINTER,
        style=STYLE,
        instruction="(j of n, Enter)" if is_ja_nee else "(pijltjes, Enter)",
        use_shortcuts=has_keys,
        use_jk_keys=False,
        show_selected=False,
    )
    app = question.application
    [lijst] = [
        control
        for control in app.layout.find_all_controls()
        if isinstance(control, InquirerControl)
    ]
    beginnen = [keuze.beginnen for keuze in keuzes]
    listen(app, Woordkeus(lijst, beginnen, _YES_NO_KEYS if is_ja_nee else ""))
    return question


def some_of(vraag: Vraag, voorstel: Sequence[Any]) -> questionary.Question:
    """Let two or more be chosen, those in *voorstel* to begin with.

    The answer is their values.
    """
    choices = []
    for keuze in vraag.keuzes:
        is_checked = keuze.waarde in voorstel
        label = op_een_regel(keuze.label)
        choices.append(Choice(label, value=keuze.waarde, checked=is_checked))
    return questionary.checkbox(
        message_of(vraag),
        choices=choices,
        qmark=QMARK,
        pointer=_POINTER,
        style=STYLE,
        instruction="(spatie kiest, Enter klaar)",
        validate=lambda gekozen: too_few(gekozen) or True,
    )

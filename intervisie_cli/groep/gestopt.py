"""What was typed in steps that are not held any more: their ronde was stopped, or the sessie."""

from pathlib import Path
from typing import Any

from intervisie_cli.groep import concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.model.sleutel import NOG, Sleutel


def kept(private: Path, sessie_map: SessieMap) -> tuple[StapBestand, ...]:
    """The steps that are not held, and of which a draft holds words."""
    return tuple(
        stap
        for stap in sessie_map.stappen
        if not stap.is_held and has_words(private, sessie_map.sessie, stap)
    )


def has_words(private: Path, sessie: Sessie, stap: StapBestand) -> bool:
    """Whether a draft of the step, of the group or of a member, holds what somebody gave."""
    pad = concept.path_of(private, sessie.id, stap.plek.pad)
    # Those of members are called after that of the group.
    for path in pad.parent.glob(f"{pad.stem}*.json"):
        draft = concept.load(path, stap.plek.stap)
        if not draft:
            continue
        if draft.form_path.exists():
            return True
        for gegeven in (draft.antwoorden, draft.vorige, draft.geweken):
            if any(map(_is_word, gegeven, gegeven.values())):
                return True
    return False


def _is_word(sleutel: Sleutel, waarde: Any) -> bool:
    """Whether somebody gave *waarde*; that a list ended is none of their words."""
    return sleutel.deel != NOG and waarde not in ("", None)


def hervat(sessie: Sessie, stap: StapBestand) -> str:
    """What to type to hold the step after all."""
    if sessie.is_afgerond or not stap.plek.ronde:
        return "intervisie wijzig --heropen"
    return f"intervisie wijzig --ronde-erbij {stap.plek.ronde.inbrenger}"

"""What was typed in steps that are not held any more: their ronde was stopped, or the sessie."""

from itertools import chain
from pathlib import Path

from intervisie_cli.groep import concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.sessie import Sessie


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
        gegeven = [draft.antwoorden, draft.vorige, draft.geweken]
        waarden = chain.from_iterable(map(dict.values, gegeven))
        if draft.form_path.exists() or any(x not in ("", None) for x in waarden):
            return True
    return False


def hervat(sessie: Sessie, stap: StapBestand) -> str:
    """What to type to hold the step after all."""
    if sessie.is_afgerond or not stap.plek.ronde:
        return "intervisie wijzig --heropen"
    return f"intervisie wijzig --ronde-erbij {stap.plek.ronde.inbrenger}"

"""Who wrote a version of a value, and when, as the history of its file tells."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import log
from intervisie_cli.merge.conflicts import value_at
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.instellingen import COMMITS_GROEP
from intervisie_cli.model.plain import same
from intervisie_cli.records.document import parse_markdown
from intervisie_cli.records.node import YamlFout
from intervisie_cli.taal.tekst import zonder_stuurtekens
from intervisie_cli.tijd.dag import dag_in_woorden

# Nobody settles a clash about what so many commits ago came in.
_HOOGSTENS = 60
_MAX_NAAM = 40


def who_wrote(
    omgeving: Omgeving,
    bestand: str,
    pad: str,
    versies: Sequence[Any],
) -> list[str]:
    """For each version 'Kim, ma 23 november 20:14', or '' where the history does not tell."""
    gevonden = [""] * len(versies)
    try:
        commits = _commits(omgeving, bestand)
    except GitFout:
        return gevonden
    # The newest first, so that the first commit that had it stays.
    for oid, wie, moment in commits:
        waarde = _value(omgeving, oid, bestand, pad)
        for nummer, versie in enumerate(versies):
            if waarde is not None and same(waarde, versie):
                gevonden[nummer] = _in_woorden(omgeving, wie, moment)
    return gevonden


def _commits(omgeving: Omgeving, bestand: str) -> list[list[str]]:
    """The commits that changed the file, without merges: id, whose, ISO moment."""
    return log.rows(
        omgeving.repository,
        ["%H", f"%<({_MAX_NAAM},trunc)%an", "%aI"],
        "--no-merges",
        "--full-history",
        f"--max-count={_HOOGSTENS}",
        "HEAD",
        "--",
        bestand,
    )


def _value(omgeving: Omgeving, oid: str, bestand: str, pad: str) -> Any:
    raw = omgeving.repository.blob_at(oid, bestand)
    if raw is None:
        return None
    try:
        return value_at(parse_markdown(raw).data, pad)
    except YamlFout:
        return None


def _in_woorden(omgeving: Omgeving, wie: str, moment: str) -> str:
    try:
        toen = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    dag = dag_in_woorden(toen.date(), omgeving.vandaag)
    wanneer = f"{dag} {toen:%H:%M}"
    if omgeving.groep.instellingen.commits == COMMITS_GROEP:
        return wanneer
    return f"{zonder_stuurtekens(wie)}, {wanneer}"

"""Of which step a file is that two sides changed, as the draaiboek of its sessie has it."""

from collections.abc import Iterable
from contextlib import suppress

from intervisie_cli.flows.sync.merge_side import MAX_MERGE, Placed
from intervisie_cli.git import trees
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import draaiboeken
from intervisie_cli.merge.tree import Place
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.node import YamlFout


def steps(
    repository: Repository,
    mine: Placed,
    places: Iterable[Place],
) -> dict[Place, Stap]:
    """The step of each of *places* that is the file of one."""
    per_sessie: dict[str, list[Place]] = {}
    for place in places:
        if place.sessie and place.rest.endswith(".md"):
            per_sessie.setdefault(place.sessie, []).append(place)
    gevonden = {}
    for sessie, van_sessie in per_sessie.items():
        per_bestand = _by_file(repository, mine, sessie)
        for place in van_sessie:
            if place.rest in per_bestand:
                gevonden[place] = per_bestand[place.rest]
    return gevonden


def _by_file(repository: Repository, mine: Placed, sessie: str) -> dict[str, Stap]:
    """The steps of a sessie by the name of their file; none where its draaiboek is not known."""
    entry = mine.get(Place(sessie, "", sessie_yaml.BESTAND))
    if not entry:
        return {}
    raw = trees.contents(repository, [entry.oid], MAX_MERGE)[entry.oid]
    # Of what cannot be read the words of both sides stay, and doctor tells of it.
    with suppress(YamlFout, IntervisieError):
        gelezen = sessie_yaml.parse(raw or b"", "")
        boek = draaiboeken.of_sessie(repository.root, gelezen)
        return {stap.bestand: stap for stap in boek.stappen}
    return {}

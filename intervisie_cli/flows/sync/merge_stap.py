"""Of which step a file is that two sides changed, as the draaiboek of its sessie has it."""

from collections.abc import Iterable
from contextlib import suppress

from intervisie_cli.flows.sync.merge_side import MAX_MERGE, Placed
from intervisie_cli.git import trees
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import draaiboeken
from intervisie_cli.merge.tree import Place
from intervisie_cli.model.draaiboek import STAP, Draaiboek, Stap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import parse_markdown
from intervisie_cli.records.node import YamlFout


class Stappen:
    """The steps of the sessies that *places* are in."""

    def __init__(
        self, repository: Repository, mine: Placed, places: Iterable[Place]
    ) -> None:
        self._boeken: dict[str, Draaiboek] = {}
        sessies = {place.sessie for place in places if _can_be_step(place)}
        entries = {
            sessie: mine.get(Place(sessie, "", sessie_yaml.BESTAND))
            for sessie in sessies
        }
        oids = [entry.oid for entry in entries.values() if entry]
        raws = trees.contents(repository, oids, MAX_MERGE)
        for sessie, entry in entries.items():
            raw = raws.get(entry.oid) if entry else None
            # Of what cannot be read the words of both sides stay, and doctor tells of it.
            with suppress(YamlFout, IntervisieError):
                gelezen = sessie_yaml.parse(raw or b"", "")
                boek = draaiboeken.of_sessie(repository.root, gelezen)
                self._boeken[sessie] = boek

    def of(self, place: Place, raw: bytes) -> Stap | None:
        """The step of the file *raw* at *place*, None for what is no step."""
        boek = self._boeken.get(place.sessie)
        if not boek or not _can_be_step(place):
            return None
        with suppress(YamlFout):
            return boek.stap(str(parse_markdown(raw).data.get(STAP)))
        return None


def _can_be_step(place: Place) -> bool:
    return bool(place.sessie) and place.rest.endswith(".md")

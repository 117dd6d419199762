"""What somebody changed in a file with an editor and has not recorded: it is recorded before it travels."""

from intervisie_cli.flows import berichten
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import index
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import is_group_path
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.node import YamlFout

# So many files that git looks at for nothing make it worth to let it look once more.
MAX_STALE = 200
# What fits in one journal, also when each file is as large as it may be.
AT_ONCE = 50


def changed(repository: Repository) -> dict[str, bytes]:
    """The files of the group that a hand changed since they were recorded, with what stands in them now."""
    found = {}
    stale = index.unlike(repository)
    for path, oid in stale.items():
        if not is_group_path(path):
            continue
        try:
            raw = bestanden.read(repository.root, path)
        except OnleesbaarBestand:
            continue
        if raw is not None and git_commit.blob_id(raw, len(oid)) != oid:
            found[path] = raw
    if len(stale) - len(found) > MAX_STALE:
        repository.git.run_raw("update-index", "-q", "--refresh")
    return found


def record(vastlegger: Vastlegger, repository: Repository) -> tuple[str, ...]:
    """Record them, as far as they can be read, with the lock held; give those that cannot."""
    gevonden = changed(repository)
    files: dict[str, bytes | None] = {
        path: raw for path, raw in gevonden.items() if _is_readable(path, raw)
    }
    for begin in range(0, len(files), AT_ONCE):
        part = dict([*files.items()][begin : begin + AT_ONCE])
        vastlegger.record(part, berichten.handwerk_bewaard(), part)
    return tuple(path for path in gevonden if path not in files)


def _is_readable(path: str, raw: bytes) -> bool:
    if path.startswith("sessies/") or path == "groep.yaml":
        try:
            (parse_yaml if path.endswith(".yaml") else parse_markdown)(raw)
        except YamlFout:
            return False
    return True

"""A place of which the history was rewritten: it is not filled again with what was taken out."""

from collections.abc import Iterator, Sequence

from intervisie_cli.flows import berichten, bijwerken
from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.geen_groep import AndereGroep
from intervisie_cli.flows.sync.inhalen import take_in
from intervisie_cli.flows.sync.merge_commit import Pages, transplant
from intervisie_cli.flows.waar import waar
from intervisie_cli.git import log, remote, tak, trees
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.stream import Signature
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import SESSIES, is_group_path
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import MAX_BESTAND

# The refs by which this clone keeps what it left, see `take_over`.
_VERLATEN = "refs/intervisie/verlaten/"
# More names than these say less.
_MEESTE = 5


class Herschreven(GitFout):
    """Something that this clone and the place both had is not in the history of the place.

    *anders* are the names of what is not there by now, or other than here.
    """

    def __init__(self, anders: Sequence[str]) -> None:
        wat = "Op de gedeelde plek is iets uit de geschiedenis gehaald dat hier nog staat;"
        wat += " er is niets gedeeld."
        if anders:
            wat += f" Weg of anders is daar: {opgesomd(anders)}."
        super().__init__(
            wat,
            "Was dat de bedoeling? Ga mee, met je eigen nieuwe werk: intervisie sync --overnemen."
            " Was het een vergissing? Zet alles terug: intervisie sync --terugzetten",
        )


class Leeggemaakt(GitFout):
    """The place held the group, and holds nothing of it now."""

    def __init__(self, adres: Adres) -> None:
        super().__init__(
            "De gedeelde plek is leeggemaakt; er is niets gedeeld.",
            "Vraag eerst of de groep verhuisd is. Moet ze er weer op? Laat wie het laatst deelde"
            f" typen: intervisie init --remote {adres.te_typen}",
        )


def opgesomd(namen: Sequence[str]) -> str:
    """The first of the names, and how many more there are."""
    tekst = ", ".join(namen[:_MEESTE])
    meer = len(namen) - _MEESTE
    return f"{tekst} en nog {meer}" if meer > 0 else tekst


def look(omgeving: Omgeving, adres: Adres, branch: str) -> str:
    """Fetch, and give what the place has of *branch*. Raises what `sync` would of it: GitFout."""
    repository = omgeving.repository
    at_place = remote.fetch(repository, adres, branch)
    known = tak.last_shared(repository, adres, branch)
    if not known:
        return at_place
    if not at_place and not renamed_to(repository, adres, known):
        raise Leeggemaakt(adres)
    if at_place and is_rewritten(repository, known, at_place):
        check_same_group(repository, known, at_place)
        raise Herschreven(taken_out(omgeving, known, at_place))
    return at_place


def taken_out(omgeving: Omgeving, known: str, at_place: str) -> tuple[str, ...]:
    """What of *known*, as people call it, is not at the place by now, or is another there."""
    veranderd = trees.changes(omgeving.repository, known, at_place)
    paden = [pad for pad, (was, _) in veranderd.items() if was and is_group_path(pad)]
    return tuple(dict.fromkeys(waar(omgeving, pad) for pad in sorted(paden)))


def is_rewritten(repository: Repository, known: str, at_place: str) -> bool:
    """Whether *known*, which the place once had, is not in its history by now.

    After `sync --herstel` of somebody it is not either, and that takes nothing away.
    """
    if at_place == known or tak.descends(repository, at_place, known):
        return False
    rijen = log.rows(repository, ["%B"], at_place, f"^{known}")
    return not any(f"{berichten.HERSTELD}: ja" in tekst for (tekst,) in rijen)


def check_same_group(repository: Repository, known: str, at_place: str) -> None:
    """Raise AndereGroep when the place holds another group: a stick can be the wrong one."""
    if trees.merge_bases(repository, known, at_place):
        return
    ours, theirs = (_sessies(repository, commit) for commit in (known, at_place))
    if ours and theirs and not ours & theirs:
        raise AndereGroep


def _sessies(repository: Repository, commit: str) -> set[str]:
    """The ids of the sessies in a commit."""
    entries = trees.entries(repository, commit, SESSIES)
    oids = [
        entry.oid
        for path, entry in entries.items()
        if path.endswith(f"/{sessie_yaml.BESTAND}") and entry.is_file
    ]
    raws = trees.contents(repository, oids, MAX_BESTAND).values()
    return {sessie_yaml.id_in(raw or b"") for raw in raws} - {""}


def renamed_to(repository: Repository, adres: Adres, known: str) -> str:
    """The branch there that holds *known*, when the one that did is gone; '' for none."""
    for naam in remote.likely(repository, adres):
        commit = remote.fetch(repository, adres, naam)
        if commit and tak.descends(repository, commit, known):
            return naam
        repository.git.run_raw("update-ref", "-d", remote.tracking(naam))
    return ""


def take_over(
    repository: Repository,
    head: Head,
    known: str,
    at_place: str,
    by: Signature,
    pages: Pages,
) -> Bijgewerkt:
    """Go on from what the place has, with what was new here. The caller holds the lock.

    The history that was left stays in this clone, under _VERLATEN, and travels no more.
    """
    naar = at_place
    if head.commit != known:
        naar = transplant(repository, known, head.commit, at_place, by, pages)
    repository.git.run("update-ref", f"{_VERLATEN}{head.commit[:12]}", head.commit)
    return bijwerken.move(repository, head, naar)


def take_back(
    repository: Repository,
    by: Signature,
    pages: Pages,
) -> Iterator[Bijgewerkt]:
    """Merge what was left in that way, as if it never was. The caller holds the lock."""
    out = repository.git.run(
        "for-each-ref", "--format=%(refname) %(objectname)", _VERLATEN
    )
    for row in out.decode().splitlines():
        ref, commit = row.split(" ")
        yield take_in(repository, commit, by, pages)
        repository.git.run("update-ref", "-d", ref)

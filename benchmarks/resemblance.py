"""How well `log --lijkt-op` finds the same question in other words.

    python -m benchmarks.resemblance [--missers]

Prints recall@3 for the pairs that are only measured, beside plain BM25 over the same words, and for
those to build on; with `--missers` the misses of the latter.
"""

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from intervisie_cli.flows.terugblik.eerder import GENOEG, is_alike
from intervisie_cli.index import lijken, opzoeken, rijen, schema
from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.kenmerken import kenmerken
from intervisie_cli.index.rijen import SessieRijen
from intervisie_cli.model.casus import Casus, Woorden, Zoekvraag
from tests.index.lijkt_op.cases import (
    BOUWEN,
    METEN,
    Paar,
    Ronde,
    is_found,
    kleine_groepen,
    ook_goed,
    paren,
    recall,
    rondes,
)

Vindt = Callable[[str], list[str]]
VRAGEN: dict[str, Callable[[Paar], str]] = {
    "from memory, 4–10 words": lambda paar: paar.kort,
    "at length, 10–25 words": lambda paar: paar.ruim,
    "somebody else's hulpvraag": lambda paar: paar.elders.hulpvraag,
    "somebody else's ronde, as in `step`": lambda paar: about(paar.elders),
}
PAREN = tuple(VRAGEN)[:2]
_MEER = 30
# A small group, and how often one is drawn for each pair.
_KLEIN, _KEREN = 30, 4


def about(ronde: Ronde) -> str:
    """What a ronde is about, as `step` and the cache take it."""
    return lijken.over(ronde.hulpvraag, ronde.herformulering, _woorden(ronde))


def _woorden(ronde: Ronde) -> Woorden:
    return Woorden(hulpvraag="\n".join([ronde.hulpvraag, *ronde.verder]))


def casus_of(ronde: Ronde, woorden: Woorden) -> Casus:
    """A ronde as the cache has it."""
    return Casus(
        sessie=ronde.id,
        sessie_id=ronde.id,
        datum=date(2026, 1, 1),
        draaiboek="lang",
        thema="",
        ronde=1,
        inbrenger="kim",
        hulpvraag=ronde.hulpvraag,
        herformulering=ronde.herformulering,
        is_af=True,
        adviezen=(),
        acties=(),
        paden=(),
        woorden=woorden,
    )


def one_line(hulpvraag: str) -> Casus:
    """A ronde in which nothing was told beside the hulpvraag."""
    kaal = Ronde("", hulpvraag, ("",))
    return casus_of(kaal, Woorden(hulpvraag=hulpvraag))


def ours() -> Vindt:
    """What `log --lijkt-op` finds, in a cache of all rondes."""
    con = sqlite3.connect(":memory:", isolation_level=None)
    schema.make(con)
    for ronde in rondes().values():
        casus = casus_of(ronde, _woorden(ronde))
        rijen.put(con, SessieRijen(ronde.id, 0, "", (casus,)))

    lijken.fill(con, lambda *_: None)

    def find(tekst: str) -> list[str]:
        gelijkenis = lijken.gelijkenis(con, tekst)
        nrs = lijken.rank(con, gelijkenis) if gelijkenis else []
        return [
            treffer.map
            for treffer in opzoeken.in_order(
                con, Zoekvraag(date(2026, 1, 1)), nrs, _MEER
            )
        ]

    return find


def plain(of: Callable[[str], list[str]]) -> Vindt:
    """BM25 (that of SQLite) over the words of the same texts, cut by *of*."""
    con = sqlite3.connect(":memory:")
    con.execute("CREATE VIRTUAL TABLE tekst USING fts5 (woorden, id UNINDEXED)")
    rows = ((" ".join(of(about(ronde))), ronde.id) for ronde in rondes().values())
    con.executemany("INSERT INTO tekst VALUES (?, ?)", rows)

    def find(tekst: str) -> list[str]:
        match = " OR ".join(f'"{woord}"' for woord in dict.fromkeys(of(tekst)))
        sql = "SELECT id FROM tekst WHERE tekst MATCH ? ORDER BY bm25(tekst) LIMIT ?"
        return [id_ for (id_,) in con.execute(sql, (match, _MEER))]

    return find


def measure(vindt: Vindt, soort: str, deel: str) -> float:
    """Recall@3 of one kind of question, in one part."""
    return recall(vindt, [(paar.ronde.id, VRAGEN[soort](paar)) for paar in paren(deel)])


def print_alike() -> None:
    """How often a pair is alike enough for `step` to show it, and other rondes are not."""
    beelden = {id_: beeld(about(ronde)) for id_, ronde in rondes().items()}
    alike, others = [], []
    rng = random.Random(1)
    for paar in paren(METEN):
        hier = beeld(about(paar.elders))
        alike.append(gelijk(hier, beelden[paar.ronde.id]))
        for _ in range(_KEREN):
            some = rng.sample(sorted(beelden), _KLEIN)
            others.append(
                max(gelijk(hier, beelden[id_]) for id_ in some if id_ != paar.ronde.id)
            )
    shown = sum(een >= GENOEG for een in alike) / len(alike)
    none = sum(een < GENOEG for een in others) / len(others)
    print(
        f"\nshown in `step` from {GENOEG} on: {shown:.2f} of the measured pairs; "
        f"of {_KLEIN} others drawn at random"
    )
    print(f"none in {none:.2f} of {len(others)} draws")
    near = [
        gelijk(beeld(VRAGEN[soort](paar)), beelden[paar.ronde.id]) >= lijken.IN_DE_BUURT
        for soort in PAREN
        for paar in paren(METEN)
    ]
    print(
        f"of the measured questions {sum(near) / len(near):.2f} are alike "
        f"for {lijken.IN_DE_BUURT} to what they ask"
    )


def print_small() -> None:
    """What `step` shows in a group of few sessies: of what is there, and of what is not."""
    print(
        "\n| in a small group | shown, of those with one like it "
        "| something shown, of those without |"
    )
    print("| --- | --- | --- |")
    for naam, hier, daar in KLEIN:
        for aantal in (5, 10):
            shown, noise = small_groups(hier, daar, aantal)
            print(f"| {naam}, {aantal} of them | {shown:.2f} | {noise:.2f} |")
    shown, noise = written_groups()
    print(f"| written for it, 5 hulpvragen each | {shown} | {noise} |")


def small_groups(hier: "Vorm", daar: "Vorm", aantal: int) -> tuple[float, float]:
    """The shares of the measured pairs, each once in a group of *aantal* others."""
    rng = random.Random(2)
    shown = noise = 0
    for paar in paren(METEN):
        eigen = hier(paar.elders)
        shown += is_alike(eigen, daar(paar.ronde), aantal)
        anders = set(rondes()) - {paar.ronde.id} - ook_goed()[paar.ronde.id]
        anderen = [rondes()[id_] for id_ in rng.sample(sorted(anders), aantal)]
        noise += any(is_alike(eigen, daar(ander), aantal) for ander in anderen)
    return shown / len(paren(METEN)), noise / len(paren(METEN))


def written_groups() -> tuple[str, str]:
    """The same of the groups that were written for it, as counts."""
    shown, noise = [], []
    for eerder, gevraagd in kleine_groepen():
        for tekst, plaats in gevraagd:
            alike = [
                is_alike(one_line(tekst), one_line(ander), len(eerder))
                for ander in eerder
            ]
            if plaats is None:
                noise.append(any(alike))
            else:
                shown.append(alike[plaats])
    return f"{sum(shown)} of {len(shown)}", f"{sum(noise)} of {len(noise)}"


def _short(ronde: Ronde) -> Casus:
    return one_line(ronde.hulpvraag)


def _long(ronde: Ronde) -> Casus:
    return casus_of(ronde, _woorden(ronde))


Vorm = Callable[[Ronde], Casus]
KLEIN: tuple[tuple[str, Vorm, Vorm], ...] = (
    ("one line among lines", _short, _short),
    ("one line among whole rondes", _short, _long),
    ("whole rondes", _long, _long),
)


def print_misses(vindt: Vindt) -> None:
    """The misses of the part to build on, with what was found instead."""
    for soort in PAREN:
        for paar in paren(BOUWEN):
            tekst = VRAGEN[soort](paar)
            if not is_found(vindt, paar.ronde.id, tekst):
                anders = [rondes()[id_].hulpvraag for id_ in vindt(tekst)[:3]]
                print(
                    f"\n{tekst}\n  ≠ {paar.ronde.hulpvraag}\n  ← "
                    + "\n  ← ".join(anders)
                )
                print(
                    "   ",
                    *kenmerken(tekst).begrippen,
                    "|",
                    *dict.fromkeys(kenmerken(about(paar.ronde)).begrippen),
                )


def main(argv: list[str]) -> None:
    """Print it all."""
    ons = ours()
    if "--missers" in argv:
        print_misses(ons)
        return
    ways: dict[str, Vindt] = {
        "plain BM25": plain(lambda tekst: tekst.lower().replace('"', " ").split()),
        "BM25 over stems": plain(lambda tekst: kenmerken(tekst).stammen),
        "`--lijkt-op`": ons,
    }
    for deel in (METEN, BOUWEN):
        print(
            f"\n## {deel}: {len(paren(deel))} rondes, each asked in {len(PAREN)} ways, "
            f"among {len(rondes())}\n"
        )
        print("| recall@3 | " + " | ".join(ways) + " |\n|" + " --- |" * (len(ways) + 1))
        for soort in VRAGEN:
            print(
                f"| {soort} | "
                + " | ".join(
                    f"{measure(way, soort, deel):.3f}" for way in ways.values()
                )
                + " |"
            )
        both = (
            statistics.mean(measure(way, soort, deel) for soort in PAREN)
            for way in ways.values()
        )
        print(
            "| **both kinds of pairs** | "
            + " | ".join(f"{mean:.3f}" for mean in both)
            + " |"
        )
    print_alike()
    print_small()
    begin = time.perf_counter()
    alle = [VRAGEN[soort](paar) for soort in PAREN for paar in paren(METEN)]
    for tekst in alle:
        ons(tekst)
    took_ms = (time.perf_counter() - begin) / len(alle) * 1000
    print(f"\nA question takes {took_ms:.1f} ms among {len(rondes())} rondes.")


if __name__ == "__main__":
    main(sys.argv[1:])

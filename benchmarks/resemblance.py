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

from intervisie_cli.flows.terugblik.eerder import GENOEG
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


def ours() -> Vindt:
    """What `log --lijkt-op` finds, in a cache of all rondes."""
    con = sqlite3.connect(":memory:", isolation_level=None)
    schema.make(con)
    for ronde in rondes().values():
        casus = Casus(
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
            woorden=_woorden(ronde),
        )
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
    begin = time.perf_counter()
    alle = [VRAGEN[soort](paar) for soort in PAREN for paar in paren(METEN)]
    for tekst in alle:
        ons(tekst)
    took_ms = (time.perf_counter() - begin) / len(alle) * 1000
    print(f"\nA question takes {took_ms:.1f} ms among {len(rondes())} rondes.")


if __name__ == "__main__":
    main(sys.argv[1:])

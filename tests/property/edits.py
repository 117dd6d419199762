"""What members do to a record, at random: add, change, move, delete, write, move the status on."""

from copy import deepcopy
from random import Random
from typing import Any

from intervisie_cli.merge.conflicts import CONFLICTEN, conflict
from intervisie_cli.model.draaiboek import VOORTGANG
from intervisie_cli.model.voortgang import lees

Data = dict[str, Any]
Pieces = list[str]
LEDEN = ("mirthe", "kim", "tim")
STATUSSEN = ("open", "bezig", "klaar", "overgeslagen")


def words(rng: Random) -> str:
    """Something that nobody wrote before, or one of a few things that two can write alike."""
    return rng.choice(
        (
            "ja",
            "later",
            "",
            f"tekst {rng.randrange(10**6)}",
            f"tekst {rng.randrange(10**6)}",
        )
    )


def item(rng: Random) -> Data:
    """An item with an id of its own."""
    wie = rng.choice(LEDEN)
    made: Data = {"id": f"{rng.randrange(36**4):08x}", "lid": wie, "tekst": words(rng)}
    if rng.random() < 0.4:
        made["haalbaar"] = [
            {"lid": lid, "akkoord": rng.random() < 0.5}
            for lid in LEDEN
            if rng.random() < 0.6
        ]
    return made


def record(rng: Random) -> tuple[Data, Pieces]:
    """The front matter and the paragraphs of a step file."""
    data: Data = {
        "stap": "advisering",
        "status": "open",
        "hulpvraag": words(rng),
        "thema": rng.choice((1, True, "1")),
    }
    data["acties"] = [item(rng) for _ in range(rng.randrange(5))]
    data["vragen"] = [
        {"lid": rng.choice(LEDEN), "vraag": words(rng)} for _ in range(rng.randrange(3))
    ]
    if rng.random() < 0.3:
        data[CONFLICTEN] = [conflict(("thema",), words(rng))]
    return data, [f"alinea {rng.randrange(10**6)}" for _ in range(rng.randrange(6))]


def edited(rng: Random, data: Data, body: Pieces, times: int) -> tuple[Data, Pieces]:
    """The same record after so many edits."""
    data, body = deepcopy(data), list(body)
    for _ in range(times):
        rng.choice(
            (
                _add,
                _change,
                _delete,
                _move,
                _scalar,
                _status,
                _forget,
                _settle,
                _progress,
                _paragraph,
                _paragraph,
            )
        )(rng, data, body)
    return data, body


def _add(rng: Random, data: Data, _: Pieces) -> None:
    items = data.setdefault("acties", [])
    new = item(rng) if rng.random() < 0.8 or not items else deepcopy(rng.choice(items))
    items.insert(rng.randint(0, len(items)), new)


def _change(rng: Random, data: Data, _: Pieces) -> None:
    if data.get("acties"):
        chosen = rng.choice(data["acties"])
        chosen[rng.choice(("tekst", "tot", "lid"))] = words(rng)
        for gezegd in chosen.get("haalbaar", [])[:1]:
            gezegd["akkoord"] = not gezegd["akkoord"]


def _delete(rng: Random, data: Data, _: Pieces) -> None:
    if data.get("acties"):
        data["acties"].pop(rng.randrange(len(data["acties"])))


def _move(rng: Random, data: Data, _: Pieces) -> None:
    rng.shuffle(data.get("acties") or [])


def _scalar(rng: Random, data: Data, _: Pieces) -> None:
    data[rng.choice(("hulpvraag", "thema", "eigen"))] = rng.choice(
        (words(rng), True, 1, 0, False)
    )


def _status(rng: Random, data: Data, _: Pieces) -> None:
    data["status"] = rng.choice(STATUSSEN)


def _forget(rng: Random, data: Data, _: Pieces) -> None:
    data.pop(rng.choice(("hulpvraag", "eigen", "vragen")), None)


def _settle(_: Random, data: Data, __: Pieces) -> None:
    data.pop(CONFLICTEN, None)


def _progress(rng: Random, data: Data, _: Pieces) -> None:
    """Move on a step that a group holds over more laptops."""
    wie, nu = rng.choice(LEDEN), f"2026-11-23T20:{rng.randrange(60):02d}:00+01:00"
    merk = rng.choice(("adviezen", "acties/1a2b3c4d", "acties/nee-1a2b3c4d"))
    was = lees(data)
    wordt = rng.choice(
        (
            was.geleid(wie, nu),
            was.met_voorbij((rng.choice(("adviezen/schrijven", "acties/samen")),)),
            was.gegeven(wie, (merk,)),
            was.overgenomen(wie),
            was.gevraagd("acties"),
        )
    )
    data[VOORTGANG] = wordt.data()


def _paragraph(rng: Random, _: Data, body: Pieces) -> None:
    at = rng.randint(0, len(body))
    body[at : at + rng.randrange(3)] = [
        f"alinea {rng.randrange(10**6)}" for _ in range(rng.randrange(3))
    ]

"""All answers of a step as a form to fill in with an editor, the questions as comments."""

import json
import re
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ACTIE, Veld
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.opbouw import naar_data

# A plain text behind a key in which a # would begin a comment: what follows would be lost.
_HEKJE = re.compile(r"""\s*(?:- )?\w+:\s+[^\s"'|>#].*\s#""")


def document(context: Context, antwoorden: Antwoorden, eerder: str = "") -> str:
    """Write the form as YAML, filled in as far as *antwoorden* go; *eerder* is a form that was not taken over."""
    gegeven = naar_data(context, antwoorden)
    regels = [f"# {context.stap.titel}. Bewaar, sluit de editor, en kijk je antwoorden na."]
    for veld in context.stap.velden:
        if veld.soort == "inbrenger":
            continue
        regels += ["", *_uitleg(veld, context), f"{veld.naam}:"]
        waarde = gegeven.get(veld.naam)
        if veld.soort == "leden":
            regels += [f"  - {lid}" for lid in waarde or ()]
        elif veld.soort == "lijst":
            regels += _items(veld, context, waarde or [])
        else:
            regels[-1] += _waarde(veld, context.standaard(veld) if waarde is None else waarde, "  ")
    notulen = Veld("notulen", "lang")
    regels += [
        "",
        "# Vrije notulen",
        f"notulen:{_waarde(notulen, gegeven.get('notulen'), '  ')}",
        "",
    ]
    if eerder:
        regels += [
            "# Dit stond hier nog van een eerdere keer:",
            *(f"# {regel}" for regel in eerder.split("\n")),
            "",
        ]
    return "\n".join(regels)


def _uitleg(veld: Veld, context: Context) -> list[str]:
    """The question, and what can be answered where that is not free."""
    regels = [f"# {veld.vraag}"]
    if veld.soort == "leden":
        regels.append("# Zet ieder lid op een eigen regel: - naam")
    if veld.soort == ACTIE:
        regels += [
            f"# {actie['id']}: {' '.join(str(actie['actie']).split())}"
            for actie in context.open_acties
        ]
    for deel in (veld, *veld.onderdelen):
        keuzes = deel.keuzes or (("ja", "nee") if deel.soort == "ja-nee" else ())
        if keuzes:
            regels.append(f"# {deel.naam}: {', '.join(keuzes)}")
    return regels


def _items(veld: Veld, context: Context, gegeven: list[dict[str, Any]]) -> list[str]:
    wie = context.wie(veld)
    over = list(gegeven)
    for lid in wie or ("",):
        eigen = [item for item in gegeven if item.get("lid", "") == lid]
        over += [{"lid": lid} if lid else {}] * max(0, max(1, veld.minstens) - len(eigen))
    regels = []
    for item in over:
        kop = [f"{naam}: {item[naam]}" for naam in ("id", "lid") if naam in item]
        velden = [f"{deel.naam}:{_deel(deel, context, item)}" for deel in veld.onderdelen]
        regels += [
            f"  {'- ' if n == 0 else '  '}{regel}" for n, regel in enumerate([*kop, *velden])
        ]
    return regels


def _deel(deel: Veld, context: Context, item: dict[str, Any]) -> str:
    if deel.soort != "lijst":
        return _waarde(deel, item.get(deel.naam), "      ")
    eerste, gegeven = deel.onderdelen[0], {w["lid"]: w for w in item.get(deel.naam) or []}
    return "".join(
        f"\n      - lid: {lid}\n        {eerste.naam}:{_waarde(eerste, gegeven.get(lid, {}).get(eerste.naam), '')}"
        for lid in context.wie(deel)
    )


def _waarde(veld: Veld, waarde: Any, marge: str) -> str:
    if isinstance(waarde, bool):
        return " ja" if waarde else " nee"
    tekst = "" if waarde is None else str(waarde)
    if veld.soort == "lang":
        # A block takes any text, as many lines as it has.
        return " |" + "".join(f"\n{marge}{regel}" for regel in tekst.split("\n"))
    # Between quotes a colon or a # is text; JSON's escapes are YAML too.
    return f" {json.dumps(tekst, ensure_ascii=False)}" if veld.soort == "tekst" or tekst else ""


def lost_at(text: str) -> int:
    """The number of the first line of which YAML would drop an end behind a #, 0 when there is none."""
    return next(
        (nummer for nummer, regel in enumerate(text.split("\n"), 1) if _HEKJE.match(regel)), 0
    )


def without_blanks(gegeven: dict[str, Any]) -> dict[str, Any]:
    """Take out what was left empty in the form: keys, and items without any answer."""
    resultaat = {}
    for sleutel, waarde in gegeven.items():
        gevuld = _filled_items(waarde) if isinstance(waarde, list) else waarde
        if gevuld not in (None, "", []):
            resultaat[sleutel] = gevuld
    return resultaat


def _filled_items(items: list[Any]) -> list[Any]:
    """Take out the items that hold nothing but whose they are."""
    rest = [without_blanks(item) if isinstance(item, dict) else item for item in items]
    return [item for item in rest if not isinstance(item, dict) or set(item) - {"lid", "id"}]


def nothing_owed(context: Context) -> Context:
    """The same step in which nobody owes anything: what is missing in a form is asked afterwards."""

    def mild(veld: Veld) -> Veld:
        return veld._replace(
            verplicht=False,
            minstens=0,
            unaniem=False,
            onderdelen=tuple(mild(deel) for deel in veld.onderdelen),
        )

    return context._replace(
        stap=context.stap._replace(velden=tuple(map(mild, context.stap.velden)))
    )

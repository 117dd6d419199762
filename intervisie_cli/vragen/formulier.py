"""The answers document of a step as a form to fill in, with the questions as comments."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.opbouw import naar_data


def document(context: Context, antwoorden: Antwoorden) -> str:
    """Write the form as YAML, filled in as far as *antwoorden* go."""
    gegeven = naar_data(context, antwoorden)
    regels = [f"# {context.stap.titel}. Bewaar en sluit de editor om vast te leggen.", f"stap: {context.stap.naam}"]
    for veld in context.stap.velden:
        if veld.soort == "inbrenger":
            continue
        regels += ["", f"# {veld.vraag}", f"{veld.naam}:"]
        if veld.soort == "leden":
            regels += [f"  - {lid}" for lid in gegeven.get(veld.naam) or context.wie(veld)]
        elif veld.soort == "lijst":
            regels += _items(veld, context, gegeven.get(veld.naam) or [])
        else:
            regels[-1] += _waarde(gegeven.get(veld.naam, context.standaard(veld)))
    return "\n".join([*regels, "", "# Vrije notulen", f"notulen:{_waarde(gegeven.get('notulen'))}", ""])


def _items(veld: Veld, context: Context, gegeven: list[dict[str, Any]]) -> list[str]:
    regels = []
    for handle in context.wie(veld) or ("",):
        eigen = [item for item in gegeven if item.get("lid", "") == handle]
        for item in eigen + [{}] * max(0, max(1, veld.minstens) - len(eigen)):
            kop = [f"lid: {handle}"] if handle else []
            velden = [f"{deel.naam}:{_deel(deel, context, item)}" for deel in veld.onderdelen]
            regels += [f"  {'- ' if n == 0 else '  '}{regel}" for n, regel in enumerate([*kop, *velden])]
    return regels


def _deel(veld: Veld, context: Context, item: dict[str, Any]) -> str:
    if veld.soort != "lijst":
        return _waarde(item.get(veld.naam))
    onder = item.get(veld.naam) or [{"lid": lid, veld.enkelvoud: None} for lid in context.wie(veld)]
    return "".join(f"\n      - lid: {w['lid']}\n        {veld.enkelvoud}:{_waarde(w[veld.enkelvoud])}" for w in onder)


def _waarde(waarde: Any) -> str:
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return " ja" if waarde else " nee"
    # Double quotes with JSON's escapes are YAML too, and take any text.
    import json

    return f" {json.dumps(str(waarde), ensure_ascii=False)}"


def without_blanks(gegeven: dict[str, Any]) -> dict[str, Any]:
    """Take out what was left empty in the form: keys, and items without any answer."""
    resultaat = {}
    for sleutel, waarde in gegeven.items():
        if isinstance(waarde, list):
            items = [without_blanks(item) if isinstance(item, dict) else item for item in waarde]
            waarde = [item for item in items if not isinstance(item, dict) or set(item) - {"lid"}]  # noqa: PLW2901
        if waarde not in (None, "", []):
            resultaat[sleutel] = waarde
    return resultaat

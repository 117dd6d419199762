"""Between the answers of a script and the data of a step file, in both directions."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.verslag import STIL
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.script import DOEN, GROEP, NOTULEN, REDEN, is_gevraagd, items


def naar_data(context: Context, antwoorden: Antwoorden) -> dict[str, Any]:
    """Make the answers document that says what *antwoorden* say; what was left empty is there as nothing."""
    if antwoorden.get(DOEN) is False:
        return {
            "stap": context.stap.naam,
            "status": "overgeslagen",
            REDEN: antwoorden.get(REDEN, ""),
        }
    data: dict[str, Any] = {"stap": context.stap.naam}
    for veld in context.stap.velden:
        if is_gevraagd(veld, context, antwoorden):
            data[veld.naam] = _waarde(veld, context, antwoorden)
    data[NOTULEN] = antwoorden.get(NOTULEN, "")
    return {sleutel: None if waarde == "" else waarde for sleutel, waarde in data.items()}


def _waarde(veld: Veld, context: Context, antwoorden: Antwoorden) -> Any:
    if veld.soort == "leden":
        return [lid for lid in context.wie(veld) if antwoorden.get(f"{veld.naam}/{lid}") is True]
    if veld.soort == "lijst":
        return [
            _item(veld, sleutel, context, antwoorden)
            for sleutel in items(veld, context, antwoorden)
        ]
    return antwoorden.get(veld.naam)


def _item(veld: Veld, sleutel: str, context: Context, antwoorden: Antwoorden) -> dict[str, Any]:
    handle = sleutel.split("/")[1]
    bron = (
        next((item for item in context.bron(veld) if item["id"] == handle), None)
        if veld.bron
        else None
    )
    item: dict[str, Any] = {}
    if bron:
        item = {"id": bron["id"], veld.enkelvoud: bron[veld.enkelvoud]}
    else:
        if f"{sleutel}/id" in antwoorden:
            item["id"] = antwoorden[f"{sleutel}/id"]
        if handle != GROEP:
            item["lid"] = handle
    for deel in veld.onderdelen:
        if deel.soort == "lijst":
            item[deel.naam] = [
                {"lid": lid, deel.enkelvoud: antwoorden[f"{sleutel}/{deel.naam}/{lid}"]}
                for lid in context.wie(deel)
                if f"{sleutel}/{deel.naam}/{lid}" in antwoorden
            ]
        elif f"{sleutel}/{deel.naam}" in antwoorden:
            item[deel.naam] = antwoorden[f"{sleutel}/{deel.naam}"]
        elif deel.letter:
            item[deel.naam] = coach.uit_zin(deel, veld, sleutel, context, antwoorden)
    for deel in veld.onderdelen:
        if stil := coach.stiltes(deel, f"{sleutel}/{deel.naam}", context, item, antwoorden):
            item[STIL] = stil
    return {naam: waarde for naam, waarde in item.items() if waarde not in ("", None, [])}


def naar_antwoorden(context: Context, data: dict[str, Any], notulen: str) -> Antwoorden:
    """Make the answers that would have given *data*, to open a recorded step again."""
    if data.get("status") == "overgeslagen":
        return {}
    antwoorden: Antwoorden = {DOEN: True} if context.stap.optioneel else {}
    for veld in context.stap.velden:
        waarde = data.get(veld.naam)
        if waarde is None:
            antwoorden |= _leeg(veld, context)
        elif veld.soort == "leden" and isinstance(waarde, list):
            antwoorden |= {f"{veld.naam}/{lid}": True for lid in waarde}
        elif veld.soort == "lijst" and isinstance(waarde, list):
            antwoorden |= _uit_lijst(
                veld, context, [item for item in waarde if isinstance(item, dict)]
            )
        else:
            antwoorden[veld.naam] = waarde
            if veld.checks:
                antwoorden[f"{veld.naam}/{coach.COACH}"] = coach.EERDER
    antwoorden[NOTULEN] = notulen
    return antwoorden


def _leeg(veld: Veld, context: Context) -> Antwoorden:
    """The answers of a field that was asked and left empty."""
    if veld.soort == "leden":
        return {}
    if veld.soort == "lijst":
        return _uit_lijst(veld, context, [])
    return {} if veld.verplicht else {veld.naam: ""}


def _uit_lijst(veld: Veld, context: Context, lijst: list[dict[str, Any]]) -> Antwoorden:
    antwoorden: Antwoorden = {}
    geteld: dict[str, int] = {}
    volgorde = []
    for item in lijst:
        handle = str(item.get("lid") or GROEP)
        nummer = geteld.get(handle, 0)
        geteld[handle] = nummer + 1
        sleutel = f"{veld.naam}/{item.get('id')}" if veld.bron else f"{veld.naam}/{handle}/{nummer}"
        volgorde.append(sleutel)
        if nummer >= veld.minstens:
            antwoorden[f"{sleutel}/nog"] = True
        if "id" in item:
            antwoorden[f"{sleutel}/id"] = item["id"]
        for deel in veld.onderdelen:
            waarde = item.get(deel.naam)
            if deel.soort == "lijst" and isinstance(waarde, list):
                per_lid = [w for w in waarde if isinstance(w, dict) and "lid" in w]
                antwoorden |= {
                    f"{sleutel}/{deel.naam}/{w['lid']}": w.get(deel.enkelvoud) for w in per_lid
                }
            else:
                # An optional part without a value was asked and left empty.
                antwoorden[f"{sleutel}/{deel.naam}"] = "" if waarde is None else waarde
            if deel.checks and waarde:
                antwoorden[f"{sleutel}/{deel.naam}/{coach.COACH}"] = coach.EERDER
    if veld.volgorde:
        antwoorden[f"{veld.naam}/volgorde"] = volgorde
    if not veld.bron:
        aantallen = {handle: geteld.get(handle, 0) for handle in context.wie(veld) or (GROEP,)}
        antwoorden |= {
            f"{veld.naam}/{h}/{n}/nog": False for h, n in aantallen.items() if n >= veld.minstens
        }
    return antwoorden

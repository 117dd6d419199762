"""Subordinate clauses: which words tell why, when or what for, and not what is done."""

from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import vormen

_EINDE = (",", "dan", ".", ";", ":", "->")
_VERWIJST = ("die", "dat", "wat")
_TIJD = ("nu", "voor", "na")
_PERSOON = ("ik", "we")


def in_bijzin(woorden: tuple[str, ...]) -> tuple[bool, ...]:
    """For each uniform word whether it stands in a subordinate clause."""
    gevonden = []
    is_erin = False
    is_wens = False
    # A sentence begins as if behind a comma.
    naast = (",", *woorden, "")
    for nummer, vorm in enumerate(woorden):
        vorige = naast[nummer]
        volgende = naast[nummer + 2]
        if is_erin and _eindigt(vorm, volgende):
            is_erin = False
        elif _begint(vorm, vorige, volgende, is_wens=is_wens):
            is_erin = True
        gevonden.append(is_erin)
        is_wens = is_wens or vorm in lijst("wens")
    # A sentence that is one clause in all holds the actie itself: 'dat ik elke dag lees'.
    erbuiten = [vorm for vorm, erin in zip(woorden, gevonden, strict=True) if not erin]
    if set(erbuiten) <= {",", "."}:
        return (False,) * len(woorden)
    return tuple(gevonden)


def _eindigt(vorm: str, volgende: str) -> bool:
    # Behind a clause the main clause begins with its verb: 'als het regent ga ik fietsen'.
    return vorm in _EINDE or (volgende in _PERSOON and vorm in vormen())


def _begint(
    vorm: str,
    vorige: str,
    volgende: str,
    *,
    is_wens: bool,
) -> bool:
    if vorm in lijst("bijzin"):
        return True
    if vorm in _VERWIJST and vorige == ",":
        return True
    # 'na' and 'voor' open a clause before a person, and a time before anything else.
    if vorm in _TIJD and volgende in _PERSOON:
        return True
    # 'ik wil dat mijn kamer …' says what is wished; 'ik wil dat ik …' what is done.
    return vorm == "dat" and volgende != "ik" and is_wens

"""Words that people try where a command belongs: another name of one, or what to type instead."""

from typing import Final

from intervisie_cli.model.fouten import VerkeerdGebruik

HELP = "help"
_STOPPEN = "Druk in step op Ctrl-C; alles blijft bewaard. Verder? intervisie step"
# These run as the command that they name. The help does not list them: one name is enough to learn.
ANDERE_NAMEN: Final = {
    "acties": "actie",
    "begin": "step",
    "delen": "sync",
    "nieuw": "new",
    "notulen": "show",
    "stap": "step",
    "start": "step",
    "verder": "step",
    "volgende": "step",
}
# These could mean more than one thing, or take something back: people hear what to type.
IN_PLAATS_VAN: Final = {
    "ga": "Naar de volgende stap? Typ: intervisie step",
    "herstel": "Is er iets mis? intervisie doctor. Een stap terugnemen? intervisie undo",
    "pauze": _STOPPEN,
    "stop": _STOPPEN,
    "terug": "De laatst vastgelegde stap terugnemen? Typ: intervisie undo",
}


def meant(words: list[str]) -> list[str]:
    """The words behind `intervisie` as they are meant: `stap` is `step`, `help X` is `X --help`.

    Raises VerkeerdGebruik with what to type instead.
    """
    eerste, *rest = words
    if eerste == HELP:
        gevraagd = meant(rest) if rest else []
        return [*gevraagd, "--help"]
    if eerste in IN_PLAATS_VAN:
        raise VerkeerdGebruik(IN_PLAATS_VAN[eerste])
    return [ANDERE_NAMEN.get(eerste, eerste), *rest]

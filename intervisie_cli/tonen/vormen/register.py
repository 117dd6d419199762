"""The forms in which a page can leave the group: a row here, and a module of that name.

A module has `bestand`: the bytes of a page. What it needs is imported when that is called.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data
from intervisie_cli.tonen.blokken import Stuk

if TYPE_CHECKING:
    from intervisie_cli.tonen.vormen.sjabloon import Schoolformulier

T = TypeVar("T")

# Each form, with what opens it.
OPENT = {
    "html": "je browser",
    "md": "een editor",
    "pdf": "een pdf-lezer",
    "docx": "Word of LibreOffice",
}


# What only the extra `documenten` brings.
_EXTRA = ("typst", "docx", "docxtpl", "jinja2", "pygal")


class OnderdeelOntbreekt(IntervisieError):
    """What makes this form is not installed."""

    def __init__(self, wat: str) -> None:
        hulp = "Typ: uv tool install 'intervisie[documenten]'"
        # Of the same page another form may do.
        if wat in OPENT:
            hulp += ", of kies --vorm html."
        super().__init__(f"Voor {wat} is een extra onderdeel nodig.", hulp)


def bestand(vorm: str, stuk: Stuk) -> bytes:
    """The page in the form of that name. Raises OnderdeelOntbreekt."""
    with _needs(vorm):
        raw: bytes = _module(vorm).bestand(stuk)
    return raw


def fill_in(formulier: bytes, plaatsen: Data) -> "Schoolformulier":
    """A school's Word form, filled in. Raises OnderdeelOntbreekt, SjabloonFout."""
    with _needs("docx"):
        ingevuld: Schoolformulier = _module("sjabloon").fill(formulier, plaatsen)
    return ingevuld


def met_onderdeel(wat: str, maak: Callable[[], T]) -> T:
    """What *maak* gives. Raises OnderdeelOntbreekt where *wat* needs what is not installed."""
    with _needs(wat):
        return maak()


def _module(naam: str) -> Any:
    return import_module(f"intervisie_cli.tonen.vormen.{naam}")


@contextmanager
def _needs(vorm: str) -> Iterator[None]:
    """Say how to get what a form needs, where it is not there."""
    try:
        yield
    except ModuleNotFoundError as fout:
        if fout.name not in _EXTRA:
            raise
        raise OnderdeelOntbreekt(vorm) from None

"""The forms in which a page can leave the group: a row here, and a module of that name.

A module has `bestand`: the bytes of a page. What it needs is imported when that is called.
"""

from importlib import import_module

from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.tonen.blokken import Stuk

# Each form, with what opens it.
OPENT = {
    "html": "je browser",
    "md": "een editor",
    "pdf": "een pdf-lezer",
    "docx": "Word of LibreOffice",
}


# What only the extra `documenten` brings.
_EXTRA = ("typst", "docx")


class OnderdeelOntbreekt(IntervisieError):
    """What makes this form is not installed."""

    def __init__(self, vorm: str) -> None:
        super().__init__(
            f"Voor {vorm} is een extra onderdeel nodig.",
            "Typ: uv tool install 'intervisie[documenten]', of kies --vorm html.",
        )


def bestand(vorm: str, stuk: Stuk) -> bytes:
    """The page in the form of that name. Raises OnderdeelOntbreekt."""
    module = import_module(f"intervisie_cli.tonen.vormen.{vorm}")
    try:
        raw: bytes = module.bestand(stuk)
    except ModuleNotFoundError as fout:
        if fout.name not in _EXTRA:
            raise
        raise OnderdeelOntbreekt(vorm) from None
    return raw

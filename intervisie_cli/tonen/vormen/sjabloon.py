"""Fills in a school's own Word form. The form may be of anybody: it can fill in, and do no more."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data
from intervisie_cli.tonen.vormen.docx import zonder_tijd

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

# More than any form, and less than what fills a computer.
_MEESTE_BYTES, _MEESTE_UITGEPAKT = 20 << 20, 100 << 20
_SOORTEN = "[Content_Types].xml"
_MACRO = b"macroEnabled"
_ELDERS = b'TargetMode="External"'
# What may stand elsewhere: a link waits for a click, and Word looks for its own style in silence.
_MAG_ELDERS = (b"/hyperlink", b"/attachedTemplate")


class Schoolformulier(NamedTuple):
    """The bytes of a form that was filled in, and the places in it that nothing is known for."""

    raw: bytes
    onbekend: tuple[str, ...]


class SjabloonFout(IntervisieError):
    """A form cannot be filled in, or wants more than to be filled in."""


class GeenVelden(SjabloonFout):
    """A form has no place to fill in."""

    def __init__(self, te_vullen: str) -> None:
        super().__init__(
            "In dit sjabloon staat geen plek om in te vullen.",
            f"Zet {{{{ naam }}}} waar je naam komt. {te_vullen}",
        )


class _Regels(list[Any]):
    """Values that a form can go through; as they stand, each is a line."""

    def __str__(self) -> str:
        return "\n".join(map(str, self))


class _Delen(dict[str, Any]):
    """Parts that a form can name; as they stand, each is a line."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.values()))


def fill(raw: bytes, gegevens: Data) -> Schoolformulier:
    """Fill in the form. Raises SjabloonFout."""
    _check(raw)
    from docxtpl import DocxTemplate

    onbekend: dict[str, None] = {}
    sjabloon = DocxTemplate(BytesIO(raw))
    uit = BytesIO()
    te_vullen = f"Te vullen: {', '.join(gegevens)}."
    try:
        if not sjabloon.get_undeclared_template_variables(_environment({})):
            raise GeenVelden(te_vullen)
        sjabloon.render(_to_read(gegevens), _environment(onbekend), autoescape=True)
        sjabloon.save(uit)
    except GeenVelden:
        raise
    except Exception:  # noqa: BLE001 - whatever a form does, it is its own fault
        raise SjabloonFout(
            "Dit sjabloon kan niet worden ingevuld.",
            f"Kijk wat er tussen {{{{ en }}}} staat. {te_vullen}",
        ) from None
    return Schoolformulier(zonder_tijd(uit.getvalue()), tuple(onbekend))


def _to_read(waarde: Any) -> Any:
    """The same values, which as a whole are lines and no Python."""
    if isinstance(waarde, dict):
        return _Delen({naam: _to_read(deel) for naam, deel in waarde.items()})
    if isinstance(waarde, list):
        return _Regels(map(_to_read, waarde))
    return waarde


def _environment(onbekend: dict[str, None]) -> "SandboxedEnvironment":
    """What a form is filled in by: no Python, no files, no sums; a place nobody knows stays."""
    from jinja2 import DebugUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class _Onbekend(DebugUndefined):
        """A place in the form that nothing is known for."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            if self._undefined_exception is SecurityError:
                raise SecurityError(self._undefined_name)
            if self._undefined_name:
                onbekend[str(self._undefined_name)] = None

        def __str__(self) -> str:
            return f"{{{{ {self._undefined_name} }}}}"

    class _Zandbak(ImmutableSandboxedEnvironment):
        """With no sums either: one line of those can fill the memory."""

        intercepted_binops = frozenset(["*", "**", "%", "+"])

        def call_binop(self, *_: object) -> NoReturn:
            raise SecurityError

    omgeving = _Zandbak(autoescape=True, undefined=_Onbekend)
    omgeving.globals.clear()
    return omgeving


def _check(raw: bytes) -> None:
    """Raise SjabloonFout for what is no plain Word file, or fetches something from elsewhere."""
    geen_word = SjabloonFout(
        "Dit sjabloon is geen Word-bestand (.docx).",
        "Open het in Word, en bewaar het als .docx.",
    )
    if len(raw) > _MEESTE_BYTES:
        raise geen_word
    try:
        with zipfile.ZipFile(BytesIO(raw)) as delen:
            if sum(deel.file_size for deel in delen.infolist()) > _MEESTE_UITGEPAKT:
                raise geen_word
            soorten = delen.read(_SOORTEN)
            verwijzingen = [
                delen.read(naam) for naam in delen.namelist() if naam.endswith(".rels")
            ]
    # Behind a password and packed in a way of its own are RuntimeErrors; half a file is the rest.
    except (zipfile.BadZipFile, KeyError, RuntimeError, zlib.error, EOFError):
        raise geen_word from None
    if b"wordprocessingml" not in soorten or _MACRO in soorten:
        raise geen_word
    if any(map(_fetches, verwijzingen)):
        raise SjabloonFout(
            "Dit sjabloon haalt iets op van internet of van een andere computer.",
            "Zet een plaatje in het bestand zelf.",
        )


def _fetches(verwijzingen: bytes) -> bool:
    """Whether a list of what a part refers to has something that is fetched when it is opened."""
    for verwijzing in verwijzingen.split(b"<Relationship")[1:]:
        mag = any(soort in verwijzing for soort in _MAG_ELDERS)
        if _ELDERS in verwijzing and not mag:
            return True
    return False

"""Writes a label with its text, so that it is read back as that text and nothing else."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GROEP, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier.indeling import LETTERLIJK, is_label
from intervisie_cli.vragen.formulier.labels import Labels
from intervisie_cli.vragen.soorten.register import soort_van
from intervisie_cli.vragen.soorten.soort import ja_of_nee

_MARGE = "    "


class Pen(NamedTuple):
    """What a form is written with: the step, its labels, and the answers so far."""

    context: Context
    antwoorden: Antwoorden
    labels: Labels

    def line(
        self,
        kop: str,
        tekst: str,
        marge: str = "",
    ) -> Iterator[str]:
        """The label with a text; more lines of it stand indented below."""
        eerste, *rest = tekst.split("\n")
        yield f"{marge}- {kop} {eerste}".rstrip()
        for regel in rest:
            yield f"{_MARGE}{self._goes_on(regel)}".rstrip()

    def value(self, veld: Veld, sleutel: Sleutel) -> str:
        """The answer at *sleutel* to *veld*, as it is written; '' for none."""
        waarde = self.said(sleutel)
        if waarde is None:
            return ""
        if isinstance(waarde, bool):
            return ja_of_nee(waarde)
        tekst = soort_van(veld).schrijf(veld, waarde, self.context)
        return f"{LETTERLIJK}{tekst}" if tekst.startswith(LETTERLIJK) else tekst

    def said(self, sleutel: Sleutel) -> Any:
        """What was answered, None for nothing."""
        waarde = self.antwoorden.get(sleutel)
        return None if waarde == "" else waarde

    def name(self, lid: str) -> str:
        """The name behind 'van' in a label, '' for nobody in particular."""
        return self.context.groep.roepnaam(lid) if lid not in ("", GROEP) else ""

    def _goes_on(self, regel: str) -> str:
        """A line below the first, which must not be taken for a label of its own."""
        is_plain = regel[:1].strip() and not regel.startswith(LETTERLIJK)
        if not regel or (is_plain and not is_label(regel, self.labels)):
            return regel
        return f"{LETTERLIJK}{regel}"

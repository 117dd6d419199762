"""What every command gets: the surroundings, the console, and whether it may ask."""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vragenronde import VraagSteller, ask_around
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.ui.console import Console

if TYPE_CHECKING:
    from intervisie_cli.flows.stap.vastleggen import Vastgelegd
    from intervisie_cli.ui.vrager import Vrager

T = TypeVar("T")


class App:
    """The surroundings, and where to write."""

    def __init__(
        self,
        omgeving: Omgeving,
        console: Console,
        *,
        geen_vragen: bool,
    ) -> None:
        self.omgeving = omgeving
        self.console = console
        self.geen_vragen = geen_vragen

    @cached_property
    def mag_vragen(self) -> bool:
        """Whether there is a person at a terminal."""
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        return is_terminal and not self.geen_vragen

    def ask_around(
        self, gather: Callable[[VraagSteller], T], vlaggen: Mapping[str, str]
    ) -> T:
        """Gather what a command needs, from the person at the terminal.

        Without one, what is optional gets its default; what is required raises, naming its flag.
        """
        if self.mag_vragen:
            return ask_around(
                gather,
                self.prompter.los,
                lambda fout: self.console.fout(fout.bericht, fout.hulp),
            )

        def missing(vraag: Vraag) -> Any:
            if not vraag.verplicht:
                return vraag.standaard
            vlag = vlaggen.get(vraag.sleutel.veld, "")
            raise VerkeerdGebruik(
                f"Er ontbreekt iets: {vraag.tekst[0].lower()}{vraag.tekst[1:]}",
                f"Geef {vlag} mee.",
            )

        return gather(missing)

    def ask(self, vraag: Vraag) -> Any:
        """Ask one question that stands on its own."""
        return self.ask_around(lambda steller: steller(vraag), {})

    @cached_property
    def prompter(self) -> "Vrager":
        """Someone to ask.

        The signals that end a program end the question first, and leave its answer whole.
        """
        import gc
        import signal

        gc.enable()  # from here on it lives as long as a call
        prompter = self._new_prompter()
        signal.signal(signal.SIGINT, lambda *_: prompter.interrupt())
        for naam in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, naam):
                signal.signal(
                    getattr(signal, naam), lambda number, _: prompter.stop(128 + number)
                )
        return prompter

    def _new_prompter(self) -> "Vrager":
        # One loads all that draws, and the other none of it.
        if self.console.is_toegankelijk:
            from intervisie_cli.ui.regelvrager import Regelvrager

            return Regelvrager(self.console, self.omgeving.clock)
        from intervisie_cli.ui.prompts import TerminalPrompter

        return TerminalPrompter(self.console, self.omgeving.clock)

    def ensure_name(self) -> None:
        """Ask once who works here, when git knows no name and there is someone to ask."""
        if not self.mag_vragen or self.omgeving.repository.identity():
            return
        # Imported here: nearly always there is nothing to ask.
        from intervisie_cli.commands.app.wie import ask_and_note

        ask_and_note(self)

    def toon(self, regels: Iterable[str], *, is_lang: bool = False) -> None:
        """Write ready lines; a long page goes through a pager where it does not fit."""
        if is_lang:
            self.console.gepagineerd(regels)
            return
        for regel in regels:
            self.console.ruw(regel)

    def report(self, gedaan: "Vastgelegd") -> None:
        """Say on one line which step was recorded."""
        from intervisie_cli.flows.niet_vastgelegd import Teruggezet
        from intervisie_cli.tonen.stap import toch_gegeven, vastgelegd

        self.console.ruw(vastgelegd(self.console, gedaan, self.omgeving.vandaag))
        if gebleven := toch_gegeven(gedaan.stap):
            self.console.alinea(gebleven)
        if gedaan.is_opzij:
            self.say_kept()
        if gedaan.is_teruggezet:
            self.console.melding(Teruggezet().bericht)
        if gedaan.heeft_handwerk:
            self.console.melding(
                "Wat iemand met de hand had veranderd, staat als eigen versie in de geschiedenis."
            )

    def say_kept(self) -> None:
        """Say that words which are in no record were set aside."""
        self.console.alinea(
            "Wat hier al was getypt en er niet in staat, is bewaard."
            " Waar? Typ: intervisie doctor"
        )

    def wacht(self) -> None:
        """Say that another window holds the lock."""
        self.console.melding("Even wachten: een ander venster legt iets vast…")


# Where a step is asked and nobody can be: the same answers come from a file.
GEEF_ANTWOORDEN = (
    "Geef --antwoorden BESTAND mee; een streepje (-) leest standaardinvoer."
)


def need_terminal(app: App, tip: str) -> None:
    """Raise VerkeerdGebruik when nobody can be asked; *tip* names the flag to pass."""
    if app.mag_vragen:
        return
    raise VerkeerdGebruik("Zonder terminal kan intervisie niets vragen.", tip)

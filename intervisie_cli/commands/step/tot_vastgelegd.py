"""Asks one step until it is recorded."""

from collections.abc import Callable
from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.toetsen import Toetsen
from intervisie_cli.flows.stap import gesprek
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.inhoud import AntwoordenFout
from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.model.plain import Data
from intervisie_cli.model.vraag import Terug, Toets
from intervisie_cli.ui.wensen import BINNEN

# Records an answers document. Raises AntwoordenFout when it does not hold.
Record = Callable[[Data], Vastgelegd]


def until_recorded(
    app: App,
    hier: Hier,
    record: Record,
    *,
    looks_over: bool,
) -> Vastgelegd:
    """Ask and record; ask on as long as the answers do not hold.

    With *looks_over* the person looks over all answers before. Raises Terug at the first question,
    and SessieVeranderd.
    """
    while True:
        # A key can give the step more time.
        klok = gesprek.clock_of(hier)
        try:
            document = gesprek.ask_all(hier, klok, app.prompter, looks_over=looks_over)
            return record(document)
        except AntwoordenFout as fout:
            app.console.fout(fout.bericht, "Vul het aan; wat je al had staat er nog.")
            looks_over = True
        except Toets as toets:
            if toets.wat == BINNEN:
                continue
            with suppress(Terug):
                Toetsen(app, hier).doe(toets)

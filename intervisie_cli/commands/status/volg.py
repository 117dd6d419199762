"""A status that refreshes itself, with what comes in meanwhile."""

from contextlib import suppress

from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.app.scherm import Scherm
from intervisie_cli.commands.app.wachten import end_line
from intervisie_cli.commands.status.bladzijde import show
from intervisie_cli.flows.mee.beeld import Beeld, look
from intervisie_cli.flows.scherm import VOLG, is_led_here, of_beeld
from intervisie_cli.groep import sessies
from intervisie_cli.system import keyboard
from intervisie_cli.tonen.volg import regels
from intervisie_cli.ui.doek import Doek

_TIK_S = 0.5


def follow(app: App, sessie: str | None, *, bel: bool = False) -> int:
    """Show where the sessie is, with what comes in meanwhile, until Ctrl-C or until it is done.

    With *bel* the terminal rings when nobody has to be waited for any more.
    """
    need_terminal(app, "Laat --volg weg.")
    deler = Achtergrond(app)
    doek = Doek(app.console)
    was_gereed = True
    gezien: tuple[int, ...] | None = None
    gevonden = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
    beeld = None
    folder = gevonden.sessie.map
    with Scherm(app, folder, VOLG) as scherm, suppress(KeyboardInterrupt):
        # Ctrl-C is how this ends, so it is no error.
        while True:
            nu = sessies.stamp(app.omgeving.root, gevonden)
            is_nieuw = nu != gezien
            if is_nieuw:
                gezien = nu
                gevonden = sessies.load(app.omgeving.root, gevonden.sessie.map)
                beeld = look(app.omgeving, gevonden)
            if not beeld:
                show(app, sessie)
                return 0
            if is_nieuw and not is_led_here(app.omgeving.root, app.omgeving.clock()):
                scherm.toon(of_beeld(app.omgeving, beeld))
            doek.teken(_page(app, beeld, deler))
            if bel and beeld.is_gereed and not was_gereed:
                app.console.schrijf("\a")
            was_gereed = beeld.is_gereed
            deler.kijk()
            # Enter looks at once.
            keyboard.enter_pressed(_TIK_S)
    end_line(app)
    return 0


def _page(app: App, beeld: Beeld, deler: Achtergrond) -> list[str]:
    omgeving = app.omgeving
    nu = omgeving.clock()
    let_op = deler.lijn or deler.niet_gezien(beeld.aan_zet)
    pagina = regels(app.console, omgeving.groep, beeld, nu, let_op)
    return [*pagina, app.console.stijl("Ctrl-C = stoppen", "dof")]

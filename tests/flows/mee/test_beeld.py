"""What a screen that follows tells: each laptop has the clock of the step, not one of its own."""

from datetime import datetime

from intervisie_cli.flows.mee.beeld import look
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap import tussenstand
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import sessies
from intervisie_cli.system import random_id
from tests.prepared import Prepare


def at(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-23T{time}+01:00")


def test_the_clock_of_all_runs_from_who_led_first(prepare: Prepare):
    group = prepare("kort", 1)
    begin = Omgeving(lambda: at("20:00:00"), random_id, folder=group)
    sessie_map = sessies.load(group, next(sessies.folders(group)))
    stap = sessie_map.stappen[1]
    with locked(begin) as vastlegger:
        tussenstand.begin(vastlegger, begin, sessie_map, stap, "tim")
    sessie_map = sessies.load(group, sessie_map.sessie.map)
    # Kim takes over three minutes later, and the clock goes on.
    later = Omgeving(lambda: at("20:03:00"), random_id, folder=group)
    with locked(later) as vastlegger:
        tussenstand.begin(vastlegger, later, sessie_map, sessie_map.stappen[1], "kim")
    beeld = look(later, sessies.load(group, sessie_map.sessie.map))
    assert beeld
    assert beeld.leider
    assert (beeld.leider.lid, beeld.leider.tijd) == ("kim", "20:03")
    assert beeld.klok
    begonnen = beeld.klok.tijd(at("20:00:00"))[0]
    nu = beeld.klok.tijd(at("20:03:00"))[0]
    minuten = [int(tijd.split()[1].split(":")[0]) for tijd in (begonnen, nu)]
    assert minuten[0] - minuten[1] == 3

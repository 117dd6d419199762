"""Whatever happens to a sessie, in two clones and by hand: it goes on, and no word is lost.

After each thing that happens the exit code is one of the contract, all that was recorded is in
the last commit unless an undo took it back, and the next step can be recorded, if need be after
what `doctor` says. `doctor` is never content with what `step` refuses.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.property.twee_klonen import Klonen, answers, files_of

CLONES = st.sampled_from("ab")
LEDEN = st.sampled_from(["mirthe", "kim", "tim", "noor"])
FLAGS = st.one_of(
    st.tuples(st.just("--erbij"), LEDEN),
    st.tuples(st.just("--weg"), LEDEN),
    st.tuples(
        st.just("--weg"),
        LEDEN,
        st.just("--vanaf"),
        st.sampled_from(["advisering", "2/3", "4"]),
    ),
    st.tuples(
        st.just("--begeleider"), LEDEN | st.sampled_from(["geen", "docent Els", "Els"])
    ),
    st.tuples(st.just("--notulist"), LEDEN | st.just("geen")),
    st.tuples(st.just("--ronde-erbij"), LEDEN),
    st.tuples(st.just("--ronde-erbij"), LEDEN),
    st.tuples(st.just("--ronde-weg"), st.sampled_from(["1", "2", "3"])),
    st.tuples(
        st.just("--volgorde"), st.permutations(["mirthe", "kim", "tim"]).map(",".join)
    ),
    st.tuples(st.just("--tot"), st.sampled_from(["21:00", "20:30", "soms"])),
    st.tuples(st.just("--afronden"), st.sampled_from(["", "geen tijd"])),
    st.tuples(st.just("--heropen")),
)


class Verloop(RuleBasedStateMachine):
    """A group that does anything it can think of."""

    def __init__(self) -> None:
        super().__init__()
        self.klonen = Klonen()

    def teardown(self) -> None:
        self.klonen.end()

    @initialize(naam=CLONES)
    def begin(self, naam: str) -> None:
        self.klonen.run(naam, "new", "--kort", "--deelnemers", "mirthe,kim,tim")

    @rule(naam=CLONES, inbrengers=st.sampled_from(["", "kim", "tim,mirthe"]))
    def new(self, naam: str, inbrengers: str) -> None:
        argv = ["new", "--kort", "--deelnemers", "mirthe,kim,tim"]
        self._run(naam, *argv, *(["--inbrengers", inbrengers] if inbrengers else []))

    @rule(naam=CLONES, wens=st.lists(FLAGS, min_size=1, max_size=2))
    def wijzig(self, naam: str, wens: list[tuple[str, ...]]) -> None:
        vlaggen = {deel[0]: deel for deel in wens}
        self._run(
            naam, "wijzig", *(woord for deel in vlaggen.values() for woord in deel)
        )

    @rule(
        naam=CLONES,
        lid=LEDEN | st.just("sam"),
        wat=st.sampled_from(["erbij", "weg", "naam"]),
    )
    def lid(self, naam: str, lid: str, wat: str) -> None:
        self._run(naam, "lid", wat, lid, *(["Naam"] if wat == "naam" else []))

    @rule(naam=CLONES)
    def step(self, naam: str) -> None:
        sessie_map = self.klonen.sessie(naam)
        if sessie_map and sessie_map.volgende:
            stdin = answers(sessie_map, self.klonen.say())
            self._run(naam, "step", "--antwoorden", "-", stdin=stdin)

    @rule(naam=CLONES, lid=LEDEN)
    def in_the_call(self, naam: str, lid: str) -> None:
        """The first answers of somebody who brings in."""
        stdin = f"stap: 2\ninbrenger: {lid}\nhulpvraag: Hoe {self.klonen.say()}?\n"
        self._run(naam, "step", "--antwoorden", "-", stdin=stdin)

    @rule(naam=CLONES)
    def skip(self, naam: str) -> None:
        sessie_map = self.klonen.sessie(naam)
        if sessie_map and sessie_map.volgende:
            verwijzing = sessie_map.volgende.plek.verwijzing
            self._run(naam, "step", verwijzing, "--overslaan", "--reden", "geen tijd")

    @rule(naam=CLONES, lid=LEDEN)
    def als(self, naam: str, lid: str) -> None:
        stdin = f"stap: advisering\nadviezen:\n- {{advies: Doe {self.klonen.say()}}}\n"
        self._run(naam, "step", "--als", lid, "--antwoorden", "-", stdin=stdin)

    @rule(naam=CLONES)
    def undo(self, naam: str) -> None:
        self._run(naam, "undo")

    @rule(naam=CLONES)
    def sync(self, naam: str) -> None:
        self._run(naam, "sync")

    @rule(naam=CLONES, lid=LEDEN)
    def hand_adds_a_ronde(self, naam: str, lid: str) -> None:
        self._edit(
            naam, lambda data: data.setdefault("rondes", []).append({"inbrenger": lid})
        )

    @rule(naam=CLONES, lid=LEDEN)
    def hand_drops_a_deelnemer(self, naam: str, lid: str) -> None:
        def drop(data: dict[str, Any]) -> None:
            data["deelnemers"] = [ander for ander in data["deelnemers"] if ander != lid]

        self._edit(naam, drop)

    @rule(naam=CLONES)
    def hand_removes_the_rondes(self, naam: str) -> None:
        self._edit(naam, lambda data: data.pop("rondes", None))

    @rule(naam=CLONES, nummer=st.integers(0, 8))
    def hand_deletes_a_file(self, naam: str, nummer: int) -> None:
        sessie_map = self.klonen.sessie(naam)
        paden = list(files_of(sessie_map)) if sessie_map else []
        if nummer < len(paden):
            (self.klonen.clone(naam) / paden[nummer]).unlink(missing_ok=True)
            self.klonen.check_goes_on(naam)

    def _run(self, naam: str, *argv: str, stdin: str = "") -> None:
        self.klonen.run(naam, *argv, stdin=stdin)
        self.klonen.check_goes_on(naam)

    def _edit(self, naam: str, change: Any) -> None:
        self.klonen.edit(naam, change)
        self.klonen.check_goes_on(naam)


def _settings(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        # Each step is a command of half a second: what fails is told as it was found.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


class TestVerloop(Verloop.TestCase):
    settings = _settings(3, 10)


@pytest.mark.slow
class TestLangVerloop(Verloop.TestCase):
    settings = _settings(12, 30)

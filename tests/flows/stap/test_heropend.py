"""A step that was opened again is one to go on with, when its draft says something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.beginnen import start_concept
from intervisie_cli.flows.stap.heropend import choose_or_go_on, reopened
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.klad import ConceptKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sleutel import Sleutel
from tests.lab import must
from tests.prepared import Prepare


def opened(here: Omgeving, sessie_map: SessieMap) -> Iterator[Concept]:
    """Open every step that is recorded again, as `step --opnieuw` does."""
    for stap in sessie_map.stappen:
        if stap.is_vastgelegd:
            pad = concepten.path_of(
                here.repository.private, sessie_map.sessie.id, stap.plek.pad
            )
            yield start_concept(here, pad, stap, context_of(here, sessie_map, stap))[0]


def read(group: Path, omgeving: Omgeving) -> tuple[Omgeving, SessieMap]:
    here = Omgeving(omgeving.clock, omgeving.new_id, folder=group)
    return here, sessies.load(group, next(sessies.folders(group)))


@pytest.mark.parametrize(("variant", "steps"), [("kort", 4), ("lang", 7)])
def test_a_step_that_was_only_looked_at_is_none(
    variant: str, steps: int, prepare: Prepare, omgeving: Omgeving
):
    here, sessie_map = read(prepare(variant, steps), omgeving)
    assert len(list(opened(here, sessie_map))) == steps
    assert reopened(here, sessie_map) is None


def test_one_with_another_answer_comes_first_until_it_is_open_elsewhere(
    prepare: Prepare, omgeving: Omgeving
):
    group = prepare("kort", 2)
    here, sessie_map = read(group, omgeving)
    concept = next(opened(here, sessie_map))
    concept.antwoorden[Sleutel("thema")] = "Rust"
    concept.save()
    assert choose_or_go_on(here, sessie_map, None, opnieuw=False).plek.stap.nummer == 1
    out = must(group, "status").out
    assert "✓ Acclimatisering             concept bewaard" in out
    assert out.endswith("Nu: Acclimatisering, nog eens. Typ: intervisie step\n")
    assert "Verder met Acclimatisering: intervisie step" in must(group).out
    with system.lock(concept.path.with_suffix(".lock"), timeout_s=0):
        nu = choose_or_go_on(here, sessie_map, None, opnieuw=False)
        assert nu.plek.stap.nummer == 3


def test_half_a_text_is_another_answer_too(prepare: Prepare, omgeving: Omgeving):
    here, sessie_map = read(prepare("kort", 1), omgeving)
    concept = next(opened(here, sessie_map))
    ConceptKlad(concept, Sleutel("thema")).bewaar("Ru")
    assert reopened(here, sessie_map) == sessie_map.stappen[0]

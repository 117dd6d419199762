"""A command leads to its flow by name: `log` to flows/terugblik/log.py, `actie` to flows/actie/."""

import pytest

from benchmarks.shape import arrows
from intervisie_cli.cli.opdrachten import OPDRACHTEN

COMMANDS, FLOWS = "intervisie_cli.commands.", "intervisie_cli.flows."
# The word in the room is Dutch, what people type is not.
OTHER_NAME = {"step": "stap"}
WITHOUT_FLOW = {
    "show": "shows the standing that `status` gathers, in another form",
    "vertrouw": "asks git.trust what is strange, and writes one setting",
    "overzicht": "shows a draaiboek as groep.draaiboeken loads it",
}
IMPORTS = arrows()


def _flows_called(name: str) -> set[str]:
    """Give the modules of the flow, or of the folder of flows, with this name."""
    return {
        module
        for module in IMPORTS
        if module.startswith(FLOWS) and name in module.removeprefix(FLOWS).split(".")
    }


def _imported_by(command: str) -> set[str]:
    own = COMMANDS + command
    modules = [
        module for module in IMPORTS if module == own or module.startswith(f"{own}.")
    ]
    return set().union(*(IMPORTS[module] for module in modules))


@pytest.mark.parametrize("command", sorted(OPDRACHTEN.keys() - WITHOUT_FLOW.keys()))
def test_a_command_imports_the_flow_of_its_name(command: str):
    flows = _flows_called(OTHER_NAME.get(command, command))
    assert flows, f"no module or folder below flows/ is called after {command}"
    assert flows & _imported_by(command)


@pytest.mark.parametrize("command", WITHOUT_FLOW)
def test_a_command_without_a_flow_of_its_own_is_still_without(command: str):
    assert command in OPDRACHTEN
    assert not _flows_called(command)

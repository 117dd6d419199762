"""The tests lie by room as the code does, so that what tests a module is found by its name."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Rooms that are tested where several of them work together.
ELSEWHERE = {
    "merge": "tests/property/test_merge.py",  # its laws, and faults put into it
}


def test_each_room_has_its_tests():
    rooms = {
        path.parent.name for path in (ROOT / "intervisie_cli").glob("*/__init__.py")
    }
    own = {room for room in rooms if any((ROOT / "tests" / room).rglob("test_*.py"))}
    assert rooms - own == ELSEWHERE.keys()
    assert all((ROOT / path).exists() for path in ELSEWHERE.values())

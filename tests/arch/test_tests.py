"""The tests lie by room as the code does, so that what tests a module is found by its name."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_each_room_has_its_tests():
    rooms = {
        path.parent.name for path in (ROOT / "intervisie_cli").glob("*/__init__.py")
    }
    own = {room for room in rooms if any((ROOT / "tests" / room).rglob("test_*.py"))}
    assert rooms == own

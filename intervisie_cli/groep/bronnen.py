"""The data that comes with the program: templates and examples."""

from pathlib import Path


def folder(naam: str) -> Path:
    """The folder *naam*: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / naam
    # In a wheel they lie inside the package (pyproject.toml, force-include).
    if installed.is_dir():
        return installed
    return package.parent / naam

"""An option that takes one of some words: how help names them, and what is said of another word."""

from collections.abc import Collection

from intervisie_cli.model.fouten import VerkeerdGebruik


def opgesomd(keuzes: Collection[str]) -> str:
    """The words as a sentence has them: 'tekst, json of sarif'."""
    *eerste, laatste = keuzes
    return f"{', '.join(eerste)} of {laatste}" if eerste else laatste


def een_van(keuzes: Collection[str], waarde: str, vlag: str) -> str:
    """Give *waarde* when it is one of them. Raises VerkeerdGebruik."""
    if waarde not in keuzes:
        raise VerkeerdGebruik(
            f"{vlag} kent '{waarde[:20]}' niet.", f"Kies uit: {', '.join(keuzes)}"
        )
    return waarde

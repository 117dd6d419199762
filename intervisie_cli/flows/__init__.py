"""Floor 5: what happens. Knows no Typer and no questionary."""

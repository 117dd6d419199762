"""What happens. Knows no Typer and no questionary."""

"""Floor 5: how things look, for people and for programs. Values in, lines or data out; no disk."""

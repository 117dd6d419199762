"""How things look, for people and for programs: values in, lines or data out, and no disk."""

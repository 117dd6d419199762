"""Floor 1: the rules for acties, questions and records; pure functions of text and data."""

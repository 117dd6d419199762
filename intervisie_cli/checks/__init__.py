"""The rules for acties, questions and records; pure functions of text and data."""

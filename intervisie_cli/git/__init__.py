"""Git. Knows nothing of sessies, prompts or rules."""

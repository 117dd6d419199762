"""Floor 3: Git. Knows nothing of sessies, prompts or rules."""

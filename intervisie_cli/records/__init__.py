"""Floor 2: text ↔ model. Knows YAML and Markdown; touches no disk."""

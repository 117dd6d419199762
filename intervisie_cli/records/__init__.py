"""Text ↔ model. Knows YAML and Markdown; touches no disk."""

"""Floor 6: one small module per command: options → flow → what is shown → exit code."""

"""One small module per command: options → flow → what is shown → exit code."""

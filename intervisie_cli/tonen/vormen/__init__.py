"""The forms of a page of blocks: at the terminal, and as a file."""

"""Floor 3: the files of a group on disk. Knows no git."""

"""The files of a group on disk. Knows no git."""

"""The cache of what the files of a group hold: it may be deleted at any time."""

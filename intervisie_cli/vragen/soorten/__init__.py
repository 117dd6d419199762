"""The kinds of field that a draaiboek can ask: a file each, listed in `register`."""

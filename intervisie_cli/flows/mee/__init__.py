"""Taking part in a step from a laptop of one's own."""

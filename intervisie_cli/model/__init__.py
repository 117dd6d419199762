"""Floor 0: what a draaiboek, a sessie and a vraag are. Frozen values; no IO, no clock."""

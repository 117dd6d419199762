"""Floor 1: what a step asks, and whether the answers hold. Pure functions over a draaiboek's data."""

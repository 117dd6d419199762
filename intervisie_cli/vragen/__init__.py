"""What a step asks, and whether the answers hold: pure functions over the data of a draaiboek."""

"""A step: choose it, ask it, record it, take it back."""

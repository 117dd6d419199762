"""Floor 4: what a person sees and types."""

"""What a text must have before any other rule can say something about it."""

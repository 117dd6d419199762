"""Sharing: one round with the shared place, and what that takes."""

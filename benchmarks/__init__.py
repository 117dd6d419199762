"""Measurements of the installed program. Run as commands of their own; never part of the tests."""

"""Intervisie: a group's companion for structured peer consultation, on the command line."""

__version__ = "0.1.0"

"""Renderings for other programs: values in, text out, no disk."""

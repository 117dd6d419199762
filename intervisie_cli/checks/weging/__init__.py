"""Weighs what was found in a text: a small model that was trained on texts of many writers."""

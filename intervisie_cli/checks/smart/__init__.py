"""What makes an actie SMART: the reading of its sentence, and one rule per file."""

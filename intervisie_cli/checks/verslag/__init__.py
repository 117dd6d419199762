"""Whether the record of a sessie is whole: one rule per file."""

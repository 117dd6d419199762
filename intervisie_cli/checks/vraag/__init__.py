"""What a question asks: open, closed or leading; and one rule per file."""

"""What had better not stand in a record that Git never forgets: one rule per file."""

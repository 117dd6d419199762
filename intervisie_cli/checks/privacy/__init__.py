"""What had better not stand in a record that many can read and Git never forgets: one rule per file."""

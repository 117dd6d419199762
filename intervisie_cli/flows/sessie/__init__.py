"""A sessie: prepare one, and see how far it is."""

"""A group as a whole: begin one, see one work, find out what is wrong with it."""

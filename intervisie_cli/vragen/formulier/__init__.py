"""The form of a step: a line for each value, in a step file, in an editor and on paper."""

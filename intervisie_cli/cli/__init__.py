"""From the command line to a command, and from an error to a line and an exit code."""

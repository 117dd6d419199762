"""Every advice that the program gives is followed, in the state that gives it, and helps."""

"""Groups as earlier programs left them: every later one is held to open them."""

"""Floor 1: the three-way merge by meaning. Pure: plain data and text in, plain data and text out."""

"""Dutch as students write it: flat text with offsets, words made uniform, word lists."""

"""Floor 1, pure: Dutch as students write it. Flat text with offsets, words made uniform, word lists."""

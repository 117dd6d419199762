"""Pure. Dutch as students write it, as flat text, uniform words and word lists."""

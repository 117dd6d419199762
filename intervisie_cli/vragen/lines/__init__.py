"""Lines that say more than one answer: `tim: …`, `deels, niet op maandag`, `a`, `3 1 2`."""

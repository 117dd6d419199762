"""The merge by example: each rule on its own, told in what goes in and what comes out."""

"""The three-way merge by meaning. Pure: plain data and text in, plain data and text out.

Its laws stand in `tests/property/laws.py`: the outcome is the same for both sides, nothing that
somebody wrote is lost, and what was deleted or settled stays so. Each fault in
`tests/property/mutants.py` breaks one of them.
"""

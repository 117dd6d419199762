"""`python -m intervisie_cli` is the same as `intervisie`."""

from intervisie_cli.cli.main import main

main()

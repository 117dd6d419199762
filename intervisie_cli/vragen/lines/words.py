"""Words with which a line says yes, no, all or nobody."""

from intervisie_cli.model.sessie import SAMEN

JA = frozenset(["j", "ja", "jaa", "ja hoor", "jaa hoor"])
NEE = frozenset(["n", "nee"])
ALLEMAAL = JA | {"a", "alle", "alles", "allemaal", "allen", "iedereen"}
NIEMAND = NEE | {"niemand", "geen"}
NIET = NIEMAND | {"niet"}
# What says that no more follow, at a line that asks for one more.
GENOEG = NIEMAND | {"niets", "niks", "klaar"}
# What says that it is nobody, where a name is asked.
LEEG = NIEMAND | {"", "-"}
# What says that all do it together.
ALS_SAMEN = frozenset([SAMEN, "allemaal", "iedereen", "wij"])

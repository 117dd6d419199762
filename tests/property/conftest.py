"""Property tests give the same examples on every run, and keep no database of their own."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "intervisie",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("intervisie")

"""The report of a bug: what went wrong and where in our code, and no word of what people wrote."""

import os
import tempfile
import traceback
from pathlib import Path

from intervisie_cli import __version__


def write_report(error: BaseException) -> Path:
    """Write the report, readable for this user only, and give its path."""
    lines = [f"intervisie {__version__}", f"fout: {type(error).__name__}"]
    # No source lines, no values, no message: they may quote a record.
    frames = traceback.extract_tb(error.__traceback__)
    lines += (
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames
    )
    handle, name = tempfile.mkstemp(prefix="intervisie-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return Path(name)

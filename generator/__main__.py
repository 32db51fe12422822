"""`python -m generator`."""

from __future__ import annotations

import gc
import signal
import sys

MADE_BETWEEN = 200_000
"""Objects made before Python looks for circles among the young ones: a report makes millions of
small tuples that live to the end, and looking at them over and over takes a sixth of the time."""


def run() -> int:
    """Carry out what was typed; the exit code, also where it is stopped before it has begun."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    gc.set_threshold(MADE_BETWEEN)
    try:
        from .cli import main  # takes a second or two, in which somebody may stop us

        return main()
    except KeyboardInterrupt:
        print("prove-and-improve: stopped. Nothing was published.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(run())

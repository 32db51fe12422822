"""`python -m generator`."""

from __future__ import annotations

import signal
import sys


def run() -> int:
    """Carry out what was typed; the exit code, also where it is stopped before it has begun."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        from .cli import main  # takes a second or two, in which somebody may stop us

        return main()
    except KeyboardInterrupt:
        print("prove-and-improve: stopped. Nothing was published.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(run())

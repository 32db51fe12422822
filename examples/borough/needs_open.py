"""What became of needs that were not fully met: partly met, or still open at the quarter's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from .drawing import split
from .needs import HARDER, KINDS
from .tables import Row

PARTLY = 0.16
CLOSED = 0.36
"""Of the needs that are neither, so many are closed in a quarter without having been met."""
HARD_TO_CLOSE = {"housing": 0.55}


def needs_open(rng: np.random.Generator, needs: Iterable[Row]) -> Iterator[Row]:
    """Needs partly met in each quarter, and those still open at its end, from the rows of `needs`.

    What is open is what was open before and what was brought, less what was met or closed.
    """
    waiting: dict[tuple[object, ...], dict[str, int]] = {}
    rows = list(needs)
    for row, met in zip(rows[::2], rows[1::2], strict=True):
        brought, fully, kind = int(str(row["value"])), int(str(met["value"])), str(row["need"])
        own = waiting.setdefault((row["organisation"], row["programme"]), {})
        if kind and "" in own:  # from now on the kind of need is asked for
            weights = {name: share * (1 - HARDER[name]) for name, share in KINDS.items()}
            own |= split(rng, own.pop(""), weights)
        before = own.get(kind, round(0.4 * brought))
        unmet = before + brought - fully
        partly = min(int(rng.binomial(brought, PARTLY)), unmet)
        left = unmet - partly
        own[kind] = left - int(rng.binomial(left, CLOSED * HARD_TO_CLOSE.get(kind, 1)))
        yield row | {"metric": "needs_partly_met", "value": partly}
        yield row | {"metric": "needs_open", "value": own[kind]}

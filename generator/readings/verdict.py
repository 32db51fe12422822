"""The one rule for a single verdict: what a card says of an indicator in a place."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .reason import first_reason

FROM_TARGET = {
    "target met": "Target met",
    "on track": "On track",
    "improving but not on track": "Improving but not on track",
    "no clear change": "No clear change",
    "getting worse": "Getting worse",
    "too early to say": "Too early to say",
    "cannot be judged": "Too early to say",
}
FROM_BASELINE = {
    "improved": "Improving",
    "worsened": "Getting worse",
    "higher": "Higher",
    "lower": "Lower",
    "no clear change": "No clear change",
    "cannot say": "Too early to say",
}
WORST_FIRST = (
    "Getting worse",
    "No clear change",
    "Improving but not on track",
    "Too early to say",
    "Lower",
    "Higher",
    "Improving",
    "On track",
    "Target met",
    "Not published",
)


def on_a_card(
    value: NDArray[np.float64], since: NDArray[np.object_], towards: NDArray[np.object_]
) -> NDArray[np.object_]:
    """No value: Not published. A target: towards it. None: since the baseline.

    What cannot be judged or said, although there is a value, is too early to say: the card's
    list has no other word for it, and the reason stands beside it.
    """
    from_target = pd.Series(towards).map(FROM_TARGET)
    from_baseline = pd.Series(since).map(FROM_BASELINE)
    return first_reason(
        (np.isnan(value), "Not published"),
        (from_target.notna(), from_target),
        (from_baseline.notna(), from_baseline),
    )


def worst(verdicts: pd.Series) -> NDArray[np.int64]:
    """How bad each verdict of a card is: 0 is the worst. Where an indicator has no total and none
    can be summed, the card takes the worst of its groups and names it."""
    ranks = {verdict: rank for rank, verdict in enumerate(WORST_FIRST)}
    found: NDArray[np.int64] = np.array([ranks[verdict] for verdict in verdicts], dtype=np.int64)
    return found

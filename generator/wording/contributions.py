"""What a change is made up of, in sentences; and why the parts of a whole do not tell."""

from __future__ import annotations

from collections.abc import Sequence

from .names import in_words
from .numbers import Manner

NO_COUNTS = "The values come without the counts behind them, so no part can be weighed."
STANDARDISED = "The value is standardised, so those of its parts do not make it up."
OVERLAP = "One person or case can be in several of the parts, so they make up no whole."
HIDDEN = "A part is not published for one of the two periods."
NONE_THEN = "There are no values of the parts for the baseline."
NOT_THE_WHOLE = "The parts do not add up to the whole."

OF_COUNTS = "The change of a count is made up of the changes of its parts."
OF_VALUES = (
    "A part makes up more of a change the more its own value changed and the larger it is, and "
    "where it became more or less of the whole (Kitagawa 1955). The parts add up to the change."
)
NOT_A_CAUSE = (
    "This is arithmetic: it says where the change is, not why, and small parts move much by chance."
)
ROUNDED = "Worked out before rounding."
OVER = "Left over by rounding"
NAMED = 3


def parts(manner: Manner, title: str, told: Sequence[tuple[str, float]]) -> str:
    """ "By ethnic group: White −3.4, Asian −0.7, four others −0.7 points."; the largest first."""
    said = [f"{name} {_bare(manner, change)}" for name, change in told[:NAMED]]
    rest = told[NAMED:]
    if len(rest) == 1:
        said.append(f"{rest[0][0]} {_bare(manner, rest[0][1])}")
    elif rest:
        others = sum(change for _, change in rest)
        said.append(f"{in_words(len(rest))} others {_bare(manner, others)}")
    unit = f" {manner.unit_of_difference}" if manner.unit_of_difference != "£" else ""
    return f"{title}: {', '.join(said)}{unit}."


def telling(name: str, of_change: float, of_whole: float) -> str:
    """ "Disabled: 19% of the whole, and 49% of the change." """
    return f"{name}: {100 * of_whole:.0f}% of the whole, and {100 * of_change:.0f}% of the change."


def _bare(manner: Manner, change: float) -> str:
    return Manner("£" if manner.unit == "£" else "", manner.decimals).signed(change)

"""The recent trend as a sentence."""

from __future__ import annotations

from .findings import Latest, number
from .numbers import number as number_of

RULE = (
    "The last five yearly values are tested for a trend at 99.8%, so chance alone shows one in "
    "1 of 500 cases. The direction must hold whichever of the five is left out (OHID, Fingertips)."
)
CRITICAL = 9.54953570604324
"""What chi-squared with one degree of freedom exceeds in 2 of 1,000 trials: 99.8% confidence."""
TESTS = {
    "counts": "The chi-squared test for a trend in proportions, from the counts",
    "intervals": "A line through the values, each weighted by its 95% interval",
}
_WAYS = {"increasing": "rising", "decreasing": "falling"}


def recent(latest: Latest, verdict: str, since: str) -> str:
    """The finding where there is a verdict; `since` is the first of the five years, as named."""
    first = f"{number(latest)}."
    way, _, how = verdict.partition(" and getting ")
    if way not in _WAYS:
        return f"{first} The five years from {since} show no clear trend."
    clear = f"{first} The five years from {since} show a {_WAYS[way]} trend"
    return f"{clear}: getting {how}." if how else f"{clear}."


def test(by: str, chi_squared: float, held: bool) -> str:
    """The test in numbers: what it rests on, its statistic, and whether the direction held."""
    over = "more" if chi_squared > CRITICAL else "not more"
    whichever = "holds" if held else "does not hold"
    return (
        f"{TESTS[by]}: chi-squared {number_of(chi_squared, 2)}, {over} than "
        f"{number_of(CRITICAL, 2)}. The direction {whichever} whichever of the five is left out."
    )

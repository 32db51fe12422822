"""What is said where a verdict hangs on a hair: too close to call, or otherwise by another method.

Too close to call has one meaning: another value within the margin of error would give another
verdict, or the change that readers see is itself within it.
"""

from __future__ import annotations

from .numbers import Manner

STEPS_DECIDE = "Equal steps decide."
GROWTH_DECIDES = "Equal growth decides, as the indicator says."
RULE = "Within the margin of error of the value, the verdict could be another."
TARGET = "That is too close to call, given the margin of error."
COMPARATOR = "That is too close to call, given the margins of error of both."


def no_clear_change(manner: Manner, value: float, difference: float, since: str) -> str:
    """A change within the margin of error: too close to call where readers see one."""
    seen = manner.bare(value) != manner.bare(value - difference)
    opening = "Too close to call: the" if seen else "The"
    return f"{opening} change since {since} is within the margin of error."


def otherwise(verdict: str, compound: bool) -> str:
    """What the other way of measuring pace would say."""
    way = "equal steps" if compound else "equal growth"
    would = "would not be" if verdict == "on track" else "would be"
    return f"Judged by {way} a year instead, it {would} on track."

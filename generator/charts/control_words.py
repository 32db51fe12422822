"""What a process-control chart says in words, and what its shapes stand for."""

from __future__ import annotations

from generator.charts.axes import with_unit
from generator.charts.inputs import Break, Series, Target
from generator.charts.inputs_improve import Control, Rebase
from generator.charts.marks import Signal
from generator.charts.trend_words import (
    AXIS_NOTE,
    broken_in_words,
    care_in_words,
    gaps_in_words,
    subject_in_words,
)

USUAL, UPPER, LOWER = "Usual level", "Upper limit", "Lower limit"

SIGNALS: dict[Signal, str] = {
    "none": "Common cause",
    "better": "Special-cause improvement",
    "worse": "Special-cause concern",
    "higher": "Special-cause higher",
    "lower": "Special-cause lower",
}
"""Signals as the table says them."""

_SHAPES: dict[Signal, str] = {
    "better": "Triangle: better, by more than chance (special-cause improvement).",
    "worse": "Square: worse, by more than chance (special-cause concern).",
    "higher": "Triangle up: higher, by more than chance (special cause).",
    "lower": "Triangle down: lower, by more than chance (special cause).",
}


def signal_words(row: Control) -> str:
    """ "Special-cause concern: seven in a row below the usual level"."""
    return f"{SIGNALS[row.signal]}{f': {row.rule}' if row.rule else ''}"


def description(
    subject: Series,
    rows: tuple[Control, ...],
    target: Target | None,
    rebases: tuple[Rebase, ...],
    breaks: tuple[Break, ...],
    unit: str,
) -> str:
    """What the latest value says, the series, what is usual, how many stand out, the target."""
    known = [row for row in rows if row.point.value.value is not None]
    limited = [row for row in known if row.mean.value is not None]
    said = [subject_in_words(subject, unit, "")]
    if limited and limited[-1] is known[-1]:
        words = signal_words(limited[-1])
        said.append(f"The latest value shows {words[:1].lower()}{words[1:]}.")
    if limited:
        said.append(_usual(limited[-1], unit))
    for signal, words in SIGNALS.items():
        many = sum(row.signal == signal for row in limited)
        if many and signal != "none":
            said.append(f"{words}: {many} of {len(known)} values.")
    said += [f"{target.label}: {with_unit(target.text, unit)}."] if target else []
    said += gaps_in_words(subject)
    said += [f"New limits from {one.label}." for one in rebases]
    said += [f"Break in series {one.label}." for one in breaks]
    return " ".join(said)


def _usual(row: Control, unit: str) -> str:
    said = f"{USUAL} {with_unit(row.mean.text, unit)}"
    if row.lower.value is None or row.upper.value is None:
        return f"{said}."
    low, high = with_unit(row.lower.text, unit), with_unit(row.upper.text, unit)
    return f"{said}, usual range {low} to {high}."


def notes(
    subject: Series,
    rows: tuple[Control, ...],
    rebases: tuple[Rebase, ...],
    breaks: tuple[Break, ...],
    *,
    clipped: bool,
    screened: bool,
    trial: int,
    zero: bool,
) -> tuple[str, ...]:
    """What shapes, shading and limits mean, and what they rest on."""
    said = [] if zero else [AXIS_NOTE.format(which="vertical ")]
    if any(row.lower.value is not None for row in rows):
        said.append("Shaded: the usual range, where values differ by chance.")
        shown = [signal for signal in _SHAPES if any(row.signal == signal for row in rows)]
        said += [_SHAPES[signal] for signal in shown]
        said += [] if shown or trial else ["No value stands out from chance."]
        said += ["Steps far larger than the others are left out of the limits."] if screened else []
        said += ["The shading stops where no value is possible."] if clipped else []
    if trial:
        said.append(f"Trial limits: they rest on fewer than {trial} values, and may move.")
    said += gaps_in_words(subject)
    said += [f"New limits from {one.label}: {one.because}." for one in rebases]
    said += broken_in_words(breaks)
    said += care_in_words((subject,), "Hollow")
    return tuple(said)

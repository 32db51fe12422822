"""What small trends on one scale say in words."""

from __future__ import annotations

from generator.charts.axes import with_unit
from generator.charts.inputs import CARE, Series, Target
from generator.charts.sparkline import words
from generator.charts.trend_marks import bounded
from generator.charts.trend_words import AXIS_NOTE
from generator.model.words import FLAG_MEANINGS


def description(
    series: tuple[Series, ...],
    target: Target | None,
    whole: Series | None,
    panels_are: str,
    unit: str,
) -> str:
    """How many, the lowest and the highest latest value, each from its first to its last value."""
    said = [f"{len(series)} {panels_are}, each from its first to its latest value."]
    said += [f"{one.name}: {words(one.points)}." for one in series]
    said += [f"{whole.name}: {words(whole.points)}."] if whole else []
    said += [f"{target.label}: {with_unit(target.text, unit)}."] if target else []
    return " ".join(said)


def notes(
    series: tuple[Series, ...],
    shown: int,
    panels_are: str,
    unit: str,
    confidence: str,
    target: Target | None,
    whole: Series | None,
    zero: bool,
) -> tuple[str, ...]:
    """What is the same in all panels, what lines and shading mean, and who is not drawn."""
    said = [] if zero else [AXIS_NOTE.format(which="vertical ")]
    said.append("All on one scale. Under each name: its latest value.")
    said += [f"Thin grey line: {whole.name}."] if whole else []
    aim = with_unit(target.text, unit) if target else ""
    said += [f"Dashed line: {target.label}, {aim}."] if target else []
    if any(bounded(one) for one in series[:shown]):
        said.append(f"Shaded: where the true value most likely lies ({confidence} interval).")
    if rest := len(series) - shown:
        said.append(
            f"The chart shows {shown} of {len(series)} {panels_are}; "
            f"the other {rest} are in the table."
        )
    flags = {
        flag for one in series[:shown] for p in one.points for flag in p.value.flags if flag in CARE
    }
    if flags:
        meant = ", ".join(FLAG_MEANINGS[flag] for flag in CARE if flag in flags)
        said.append(f"Hollow diamond: {meant}.")
    if any(point.value.value is None for one in series[:shown] for point in one.points):
        said.append("A gap in a line: no value.")
    return tuple(said)

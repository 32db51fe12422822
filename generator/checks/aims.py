"""Baselines and targets that cannot be meant: another frequency, the wrong way, half a range."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..errors import Problem, warning
from ..model.indicator import Indicator
from ..model.period import Period
from ..model.report import Inputs
from ..model.words import Every
from . import places

EVERY: dict[Every, str] = {
    "month": "month",
    "quarter": "quarter",
    "year": "year-",
    "years_3": "years_3-",
    "years_5": "years_5-",
    "point": "point",
}
PERCENT = "%"
CHANGES = ("change_from_baseline", "percent_change_from_baseline")


def check(inputs: Inputs) -> list[Problem]:
    """Problems of every indicator's baseline and targets, and of the targets tables."""
    problems: list[Problem] = []
    for indicator in inputs.indicators.values():
        problems += _baseline(inputs, indicator, _periods(inputs, indicator))
        problems += _shares(inputs, indicator)
    return [*problems, *_targets(inputs)]


def _periods(inputs: Inputs, indicator: Indicator) -> list[Period]:
    """The periods in which the indicator's metrics have rows."""
    column = inputs.values["metric"].cat
    wanted = [
        code for code, name in enumerate(column.categories) if name in indicator.method.metrics
    ]
    rows = inputs.values["period"][np.isin(column.codes.to_numpy(), wanted)]
    return sorted(inputs.periods[text] for text in rows.unique() if text in inputs.periods)


def _baseline(inputs: Inputs, indicator: Indicator, periods: list[Period]) -> Iterator[Problem]:
    if indicator.baseline is None or not periods:
        return
    path, period = f"indicators.{indicator.id}.baseline.period", indicator.baseline.period
    known = {p.frequency for p in periods}
    fits = period.frequency in known
    if indicator.every is not None:
        fits = period.frequency.startswith(EVERY[indicator.every])
    if not fits:
        same = [
            p
            for p in periods
            if indicator.every is None or p.frequency.startswith(EVERY[indicator.every])
        ]
        what = f"the baseline's period {period} is not of the frequency of the results"
        hint = (
            f"Type a period such as {(same or periods)[-1]}."
            if same
            else "Type a period of the length that `every` says."
        )
        yield places.at(inputs, path, what, hint, str(period))
        return
    there = period in periods or any(
        period.start <= p.start and p.end <= period.end for p in periods
    )
    if indicator.baseline.value is None and not there:
        what = f"there is no value for the baseline's period {period}"
        hint = (
            f"The values go from {periods[0]} to {periods[-1]}: name one of them, or give the "
            "baseline a value of its own."
        )
        yield places.at(inputs, path, what, hint, str(period))


def _targets(inputs: Inputs) -> list[Problem]:
    """Rules that hold for a target wherever it is written."""
    frame = places.with_places(inputs.targets)
    problems: list[Problem] = []
    for place, name in enumerate(frame["indicator"].astype(str)):
        if name not in inputs.indicators:
            continue
        indicator, one = inputs.indicators[name], frame.iloc[[place]]
        row = one.to_dict("records")[0]
        for field, *fault in _faults(indicator, row["kind"], row["value"], row["value_to"]):
            if row["file"].endswith(".csv"):
                problems += places.told(one, field, lambda _, said=fault: (said[0], said[1]))  # type: ignore[misc]
            else:
                position = _position(inputs, indicator, row["row"])
                path = f"indicators.{indicator.id}.targets.{position}.{field}"
                problems.append(places.at(inputs, path, *fault))
    return problems


def _position(inputs: Inputs, indicator: Indicator, line: int) -> int:
    """Which of an indicator's targets stands in this line."""
    for position in range(1, len(indicator.targets) + 1):
        if inputs.places.get(f"indicators.{indicator.id}.targets.{position}", ("", 0))[1] == line:
            return position
    return 1


def _faults(
    indicator: Indicator, kind: str, value: float, value_to: float
) -> Iterator[tuple[str, str, str]]:
    """(field, what is wrong, what to type) of one target."""
    has_to = not np.isnan(value_to)
    if kind == "within" and not has_to:
        yield (
            "value_to",
            "a target of the kind within has no value_to",
            "Add value_to, the upper end of the range.",
        )
    if kind != "within" and has_to:
        yield (
            "value_to",
            f"value_to stands beside a target of the kind {kind}",
            "Take it out, or type the kind within.",
        )
    if kind == "within" and has_to and value_to < value:
        yield "value_to", "value_to is less than value", "Change them over."
    if indicator.direction == "none" and kind != "within":
        what = f"the indicator's direction is none, so a target of the kind {kind} cannot be judged"
        yield "kind", what, "Type the kind within, or give the indicator a direction."
    wrong_way = {"up": value < 0, "down": value > 0}.get(indicator.direction, False)
    if kind in CHANGES and wrong_way:
        way = "more" if indicator.direction == "up" else "less"
        what = (
            f"the target is a change of {value:.15g}, but {way} is better "
            f"(direction: {indicator.direction})"
        )
        yield "value", what, "Correct the value's sign, or the indicator's direction."
    baseline = indicator.baseline.value if indicator.baseline else None
    if kind == "reach" and baseline is not None:
        worse = {"up": value < baseline, "down": value > baseline}.get(indicator.direction, False)
        if worse:
            what = (
                f"the target {value:.15g} is worse than the baseline {baseline:.15g} "
                f"(direction: {indicator.direction})"
            )
            yield "value", what, "Correct the value, the direction, or type the kind hold."
    is_share = type(indicator.method).__name__ == "Proportion"
    if is_share and kind in ("reach", "hold", "within") and not 0 <= value <= 100:
        yield (
            "value",
            f"the target {value:.15g} is not a percentage from 0 to 100",
            "Type a percentage, such as 18 for 18%.",
        )


def _shares(inputs: Inputs, indicator: Indicator) -> Iterator[Problem]:
    """Published percentages that look like shares of 1, and targets beside them that do."""
    if indicator.unit != PERCENT:
        return
    path = f"indicators.{indicator.id}"
    for position, target in enumerate(indicator.targets, 1):
        if target.kind in ("reach", "within") and 0 < target.value < 1:
            here = places.where(inputs, f"{path}.targets.{position}.value")
            what = f"the target {target.value:.15g} is less than 1%"
            hint = f"Type {target.value * 100:.12g} if {target.value * 100:.12g}% is meant."
            yield warning(here, what, hint)
    if len(indicator.method.metrics) == 1:
        rows = inputs.values[inputs.values["metric"] == indicator.method.metrics[0]][
            "value"
        ].dropna()
        is_published = type(indicator.method).__name__ == "Published"
        if is_published and len(rows) >= 3 and rows.between(0, 1).all() and rows.gt(0).any():
            what = f"all values of {indicator.method.metrics[0]} are from 0 to 1, and its unit is %"
            hint = "Type percentages (45 for 45%), or correct the unit."
            yield warning(places.where(inputs, f"{path}.unit"), what, hint)

"""Who could have been reached: of which indicators this can be told."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem
from ..model.indicator import Indicator
from ..model.report import Inputs
from . import places

COUNTED = ("people", "things")
"""What can be held against who lives there: each counts once. Visits do not."""


def check(inputs: Inputs) -> list[Problem]:
    """Indicators whose `eligible` cannot be held against what they count."""
    return [
        problem
        for name, indicator in inputs.indicators.items()
        if indicator.eligible in inputs.metrics
        for problem in _of(inputs, f"indicators.{name}.eligible", indicator)
    ]


def _of(inputs: Inputs, path: str, indicator: Indicator) -> Iterator[Problem]:
    eligible = str(indicator.eligible)
    if indicator.kind != "reach":
        what = f"the indicator is of the kind {indicator.kind}, which reaches nobody"
        yield places.at(inputs, path, what, "Type kind: reach, or take this out.", eligible)
        return
    if type(indicator.method).__name__ != "Count":
        what = "only people who were counted can be held against those who could be reached"
        hint = "Type method: {use: count, metric: …}, or take this out."
        yield places.at(inputs, path, what, hint, eligible)
        return
    for name in (*indicator.method.metrics, eligible):
        metric = inputs.metrics.get(name)
        if metric is not None and metric.counts not in COUNTED:
            what = f"{name} counts {metric.counts}, not people"
            hint = "Name a metric that counts people (or things, such as households)."
            yield places.at(inputs, path, what, hint, eligible)
    if not (shared := _groups(inputs, eligible)):
        what = f"{eligible} has no value for any group of people"
        yield places.at(inputs, path, what, "Add its rows by group, or take this out.", eligible)
    elif not shared & _groups(inputs, *indicator.method.metrics):
        what = f"no group has a value of both the indicator and {eligible}"
        yield places.at(inputs, path, what, "Give both for the same categories.", eligible)


def _groups(inputs: Inputs, *metrics: str) -> set[str]:
    """The single groups of people that have a value of one of the metrics."""
    values = inputs.values
    rows = values[values["metric"].isin(metrics).to_numpy() & values["value"].notna().to_numpy()]
    people = {name for name, each in inputs.breakdowns.items() if each.of == "people"}
    return {
        str(group)
        for group in rows["group"].unique()
        if ";" not in group and group.partition("=")[0] in people
    }

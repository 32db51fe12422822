"""What is written about items of scales, and indicators of change, against one another."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...errors import Problem, warning
from ...model.indicator import Indicator
from ...model.metric import Id
from ...model.report import Inputs
from ...model.scale import Item
from .. import places

PERCENT = "%"
RISE = {"moved_up": "up", "moved_down": "down"}
"""Where more of these is better, by the way in which scores get better."""


def check(inputs: Inputs, changes: pd.DataFrame) -> list[Problem]:
    """Problems of items, at their row of a table of scales, and of indicators of change."""
    problems: list[Problem] = []
    reliably = changes[changes[["reliably_up", "reliably_down"]].notna().any(axis=1)]
    counted = {(str(s), str(i)) for s, i in zip(reliably["scale"], reliably["item"], strict=True)}
    for scale in inputs.scales.values():
        for item in scale.items.values():
            problems += _of_item(inputs, item, (item.scale, item.item) in counted)
    for name, indicator in inputs.indicators.items():
        problems += _of_indicator(inputs, f"indicators.{name}", indicator)
    return problems


def _of_item(inputs: Inputs, item: Item, is_counted: bool) -> Iterator[Problem]:
    path = f"scales.{item.scale}.{item.item}"
    r = item.reliability
    if r is not None and not 0 <= r <= 1:
        what = f"the reliability {r:.15g} is not one from 0 to 1"
        hint = f"Type {r / 100:.12g} if {r:.12g}% is meant." if 1 < r <= 100 else "Correct it."
        yield places.at(inputs, f"{path}.reliability", what, hint, f"{r:.15g}")
    if r is not None and not item.reliability_source:
        what = "a reliability has no source"
        hint = (
            "Type in reliability_source where it was published. One worked out from these people "
            "does not count: leave it blank then."
        )
        yield places.at(inputs, f"{path}.reliability_source", what, hint)
    if r is None and is_counted:
        what = (
            f"reliable change of {item.scale}, {item.item} is counted, but no published "
            "reliability says from where on, so it is not shown"
        )
        hint = "Type reliability and reliability_source, or leave reliably_up and _down blank."
        yield warning(places.where(inputs, f"{path}.reliability"), what, hint)


def _of_indicator(inputs: Inputs, path: str, indicator: Indicator) -> Iterator[Problem]:
    """Of what a method of change reads first: how many moved, or the sum of changes."""
    kind, *words = (indicator.method.metrics or ("",))[0].split(":")
    if kind != "change" or len(words) != 3:
        return
    scale, name, column = words
    known = inputs.scales.get(Id(scale))
    item = known.items.get(Id(name)) if known else None
    if item is not None and indicator.direction != "none":
        is_up = item.better == RISE.get(column, "up")
        better, said = "up" if is_up else "down", _said(column)
        if indicator.direction != better:
            what = (
                f"the direction is {indicator.direction}, but {item.better} is better for {scale}, "
                f"{name}, so {'more' if is_up else 'less'} of {said} is better"
            )
            hint = f"Type direction: {better}, or correct better in the table of scales."
            yield places.at(inputs, f"{path}.direction", what, hint, indicator.direction)
    if item is not None and indicator.design == "none":
        what = "the design is none, but these are the same people before and after"
        hint = "Type design: before_after, or a stronger one where there is something to compare."
        yield warning(places.where(inputs, f"{path}.design"), what, hint)
    is_share = column in RISE
    if is_share != indicator.unit.strip().startswith(PERCENT):  # "% of people" is in percent
        what = f"the unit is '{indicator.unit}', but {_said(column)} is "
        what += "in percent" if is_share else "in points of the scale"
        hint = 'Type unit: "%".' if is_share else "Type unit: points."
        yield places.at(inputs, f"{path}.unit", what, hint, indicator.unit)


def _said(column: str) -> str:
    return {"moved_up": "the share that moved up", "moved_down": "the share that moved down"}.get(
        column, "the mean change"
    )

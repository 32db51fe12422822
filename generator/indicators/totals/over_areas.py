"""Totals of areas from the areas in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from generator.model.period import Period
from generator.model.place import Area
from generator.model.report import Inputs

from ..cells import Cells
from .add_up import add_up, may_sum, missing_from


def over_areas(cells: Cells, inputs: Inputs, main_area: str) -> Cells:
    """The cells and the totals of the main area and the areas in it.

    An area is the sum of the areas of one kind that are linked `in` it, if every one of them has
    a row (those that did not exist in the period aside). Areas above the main one are never
    summed: a report lists only some of the areas in a region or country.
    """
    for parent, children in _parents(inputs, main_area):
        whole = cells.code("area", parent)
        if whole < 0:
            whole = len(cells.words["area"])
            cells = cells.adding(cells.frame[:0], area=(*cells.words["area"], parent))
        codes = [cells.code("area", child) for child in children]
        there = cells.frame["area"].isin([code for code in codes if code >= 0]).to_numpy()
        parts = cells.frame[there & may_sum(cells, inputs.metrics, "area")]
        total = add_up(parts.assign(area=whole), "area")
        periods = [inputs.periods.get(text) for text in cells.words["period"]]
        listed = [inputs.areas.get(child) for child in children]
        expected = np.array([sum(_existed(area, when) for area in listed) for when in periods])
        complete = total["parts"].to_numpy() == expected[total["period"].to_numpy()]
        cells = cells.adding(missing_from(cells.frame, total[complete]))
    return cells


def _parents(inputs: Inputs, main_area: str) -> Iterator[tuple[str, list[str]]]:
    """Each area with the areas of one kind in it, the smallest first, the main area last.

    An area that is divided in two ways (wards and school districts) comes twice.
    """
    children: dict[str, list[str]] = {}
    for link in inputs.area_links:
        if link.kind == "in":
            children.setdefault(link.other, []).append(link.area)
    for parent in reversed(_downwards(main_area, children)):
        by_kind: dict[str, list[str]] = {}
        for child in dict.fromkeys(children.get(parent, ())):
            kind = inputs.areas[child].kind if child in inputs.areas else ""
            by_kind.setdefault(kind, []).append(child)
        for alike in by_kind.values():
            yield parent, alike


def _downwards(top: str, children: Mapping[str, list[str]]) -> list[str]:
    """The areas in `top`, each after all areas in which it lies, `top` first."""
    order: list[str] = []
    waiting = [(top, False)]
    seen: set[str] = set()
    while waiting:
        area, done = waiting.pop()
        if done:
            order.append(area)
        elif area not in seen:
            seen.add(area)
            waiting.append((area, True))
            waiting.extend((child, False) for child in children.get(area, ()))
    return order[::-1]


def _existed(area: Area | None, period: Period | None) -> bool:
    if area is None or period is None:
        return True
    return not (
        (area.valid_from is not None and area.valid_from > period.end)
        or (area.valid_to is not None and area.valid_to < period.start)
    )

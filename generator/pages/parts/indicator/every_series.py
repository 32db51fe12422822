"""data/charts/indicators-<id>--series.json: every series of an indicator, worded for its page.

    title, unit, sign      what is shown; the sign that stands at a number, %, £ or none
    periods                [in words, short, first day, last day] each, by its last day
    breaks                 [day, in words, why] each
    flags                  what each [x] means
    series                 by "0.3.0.0.0": the places in the five lists of the page
      t, v, l, u           period, value and interval of each row, oldest first, as a table shows
                           them ("21.0 [p]", "[c]"); l and u where any row has an interval
      says                 what the readings say of it
      base, aim            [in words, day, value] of the baseline and the target

Days count from 1 January of year 1. Whole columns are worded at once: there is a row a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model import words
from generator.model.page import File
from generator.model.period import Period
from generator.wording import periods
from generator.wording.numbers import Manner

from .. import downloads
from ..known import cells
from ..known.cells import Reading
from ..known.points import breaks
from ..known.standing import Standing


def series_file(standing: Standing, rows: pd.DataFrame, order: Mapping[str, Sequence[str]]) -> File:
    """The file of `rows` (columns as in `frames.RESULTS`), each series named by the places of its
    values in `order` (column: values)."""
    indicator = standing.indicator
    known = _periods(standing, rows)
    place = {str(period): number for number, period in enumerate(known)}
    keys = {name: {value: n for n, value in enumerate(values)} for name, values in order.items()}
    series = dict(_series(rows, keys, place, standing.manner))
    for key, said in _said(standing, keys).items():
        if key in series:
            series[key] |= said
    flags = {flag for text in rows["flag"].unique() for flag in str(text).split()}
    content = {
        "title": indicator.title,
        "unit": standing.unit_words,
        "sign": standing.manner.sign,
        "periods": [
            [
                periods.words(period),
                periods.short(period),
                period.start.toordinal(),
                period.end.toordinal(),
            ]
            for period in known
        ],
        "breaks": [[b.at.toordinal(), b.label, b.because] for b in breaks(standing)],
        "flags": {
            flag: said for flag, said in words.FLAG_MEANINGS.items() if flag == "x" or flag in flags
        },
        "series": {".".join(map(str, key)): one for key, one in series.items()},
    }
    return downloads.json_file(f"data/charts/indicators-{indicator.id}--series.json", content)


Key = tuple[int, ...]


def _periods(standing: Standing, rows: pd.DataFrame) -> list[Period]:
    """The periods of the rows, in order of time."""
    known = standing.lookup.report.inputs.periods
    found = (known[text] for text in rows["period"].unique())
    return sorted(found, key=lambda period: (period.end, period.start, str(period)))


def _series(
    rows: pd.DataFrame,
    keys: Mapping[str, Mapping[str, int]],
    place: Mapping[str, int],
    manner: Manner,
) -> Iterator[tuple[Key, dict[str, Any]]]:
    when = _codes(rows["period"], place)
    columns = [_codes(rows[name], known) for name, known in keys.items()]
    by_time = np.lexsort((when, *columns[::-1]))
    table = np.array(columns).T[by_time]
    starts = np.r_[True, (table[1:] != table[:-1]).any(axis=1)].nonzero()[0].tolist()
    value, lower, upper = (rows[name].to_numpy()[by_time] for name in ("value", "lower", "upper"))
    flag = rows["flag"].array
    marks = [" ".join(f"[{flag}]" for flag in str(text).split()) for text in flag.categories]
    t, v = when[by_time].tolist(), _shown(value, manner, marks, flag.codes[by_time])
    ends = {"l": _shown(lower, manner), "u": _shown(upper, manner)}
    bounded = ~np.isnan(lower)
    for first, last in pairwise((*starts, len(rows))):
        made: dict[str, Any] = {"t": t[first:last], "v": v[first:last]}
        if bounded[first:last].any():
            made |= {name: said[first:last] for name, said in ends.items()}
        yield tuple(table[first].tolist()), made


def _shown(
    numbers: NDArray[np.float64],
    manner: Manner,
    marks: Sequence[str] = ("",),
    codes: NDArray[np.integer[Any]] | None = None,
) -> list[str]:
    """Numbers as a chart's table shows them: "21.0 [p]"; "[c]" where there is none, else "[x]".

    `codes` say which of the `marks` stands at each.
    """
    said = manner.all(numbers.tolist())
    if codes is None or not any(marks):
        return said
    return [
        text if not (mark := marks[code]) else mark if text == "[x]" else f"{text} {mark}"
        for text, code in zip(said, codes.tolist(), strict=True)
    ]


def _codes(column: pd.Series, known: Mapping[str, int]) -> NDArray[np.int64]:
    """Where each text of a categorical stands among the known ones."""
    array = column.array
    places = np.array([*(known.get(text, -1) for text in array.categories), -1])
    found: NDArray[np.int64] = places[array.codes].astype(np.int64)
    return found


def _said(standing: Standing, keys: Mapping[str, Mapping[str, int]]) -> dict[Key, dict[str, Any]]:
    """What the readings say of each series."""
    rows = standing.lookup.readings(standing.indicator.id)
    inputs = standing.lookup.report.inputs
    frequency = {
        text: keys["frequency"].get(inputs.periods[text].frequency, -1)
        for text in rows["period"].unique()
        if text in inputs.periods
    }
    named = [_codes(rows[name], known) for name, known in keys.items() if name != "frequency"]
    key = zip(
        *(codes.tolist() for codes in (*named, _codes(rows["period"], frequency))), strict=True
    )
    found: dict[Key, dict[str, Reading]] = {}
    for own, reading in zip(key, cells.readings(rows), strict=True):
        found.setdefault(own, {})[reading.reading] = reading
    return {key: dict(_worded(standing, readings)) for key, readings in found.items()}


def _worded(standing: Standing, readings: Mapping[str, Reading]) -> Iterator[tuple[str, Any]]:
    since, towards = readings.get(words.SINCE_BASELINE), readings.get(words.TOWARDS_TARGET)
    against, card = readings.get(words.AGAINST_COMPARATOR), readings.get(words.ON_A_CARD)
    first = card if since is None or since.verdict == "cannot say" else since
    aimed = towards if towards and towards.verdict != "no target" else None
    held = against if against and against.reference_value is not None else None
    yield "says", [one.finding for one in (first, aimed, held) if one and one.finding]
    known = standing.lookup.report.inputs.periods
    then = known.get(since.reference_period) if since else None
    if since and then and since.reference_value is not None and since.period != str(then):
        value = standing.manner.bare(since.reference_value)
        yield "base", [periods.short(then), then.end.toordinal(), value]
    if aimed and aimed.reference_value is not None:
        due = known.get(aimed.reference_period)
        label = f"Target {standing.period(aimed.reference_period)}"
        value = standing.manner.bare(aimed.reference_value)
        yield "aim", [label, due.end.toordinal() if due else None, value]

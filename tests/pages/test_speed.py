"""Laying out grows with the number of indicators, and no faster."""

from __future__ import annotations

from dataclasses import fields, replace
from time import process_time

import pandas as pd
import pytest

from generator.model.metric import Id
from generator.model.report import Report
from generator.pages import lay_out
from tests.pages.small_report import report


def repeated(times: int) -> Report:
    """The example report with its seven indicators so many times, under other names but once:
    its pathway names them."""
    once = report()
    named = [
        {id: Id(f"{id}_{n}") if n else id for id in once.inputs.indicators} for n in range(times)
    ]
    indicators = {
        names[id]: replace(indicator, id=names[id])
        for names in named
        for id, indicator in once.inputs.indicators.items()
    }

    def again(frame: pd.DataFrame) -> pd.DataFrame:
        if not {"indicator", "row"} & set(frame):  # what was counted of scales, not of indicators
            return frame
        if "indicator" not in frame:  # its rows name those of the results
            shifts = (n * len(once.results) for n in range(times))
            return pd.concat([frame.assign(row=frame["row"] + by) for by in shifts])
        ids = frame["indicator"].astype(object)
        parts = [frame.assign(indicator=ids.map(names)) for names in named]
        return pd.concat(parts, ignore_index=True).astype({"indicator": "category"})

    inputs = replace(once.inputs, indicators=indicators)
    frames = {f.name: again(getattr(once.worked, f.name)) for f in fields(once.worked)}
    worked = replace(once.worked, **frames)
    return replace(
        once,
        inputs=inputs,
        results=again(once.results),
        readings=again(once.readings),
        worked=worked,
    )


def seconds(times: int) -> float:
    made = repeated(times)
    start = process_time()
    lay_out(made)
    return process_time() - start


@pytest.mark.slow
def test_twice_the_indicators_take_about_twice_the_time() -> None:
    lay_out(report())  # templates are read and compiled once
    fewer, more = seconds(4), seconds(8)  # 28 and 56 indicators
    assert more < 3 * fewer, f"28 indicators: {fewer:.1f} s, 56 indicators: {more:.1f} s"
    assert more < 17

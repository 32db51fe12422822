"""Periods that nobody typed: years and quarters that come of sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from generator.model.period import parse
from generator.model.report import Inputs


def with_summed_periods(inputs: Inputs, tables: Iterable[pd.DataFrame]) -> Inputs:
    """The inputs with the meaning of every period that a row of these tables (with `period`) has,
    so that whatever reads or shows one knows its days and its name."""
    named = {str(text) for table in tables for text in table["period"].unique() if text}
    unknown = {text: parse(text, months=True) for text in named - set(inputs.periods)}
    return replace(inputs, periods=dict(sorted({**inputs.periods, **unknown}.items())))

"""What improve readings are read from, and what each of them gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from generator.model.report import Inputs
from generator.model.settings import Settings
from generator.wording.numbers import Manner

from .grid import Grid
from .said import Said


@dataclass(frozen=True)
class Basis:
    """All results as cases and as series, and the prove readings of the same cases.

    `cases` is the table of `cases.cases`, a row a cell and frequency; `grids` hold their series;
    `results` has the columns of `frames.RESULTS`. `since`, `towards` and `against` are the prove
    readings, row by row those of `cases`: the target of a case stands in `towards` as
    `reference_value` (`target_to` the upper end of a range), `reference_period` and `kind`.
    `said.latest` has each case's latest value with the words of a sentence about it.
    """

    inputs: Inputs
    settings: Settings
    results: pd.DataFrame
    manners: Mapping[str, Manner]
    cases: pd.DataFrame
    grids: tuple[Grid, ...]
    since: pd.DataFrame
    towards: pd.DataFrame
    against: pd.DataFrame
    said: Said


@dataclass(frozen=True)
class Found:
    """The rows of some readings, and the tables that they rest on.

    `readings` gives, by the name of a reading, a table whose index is the number of the case that
    each row speaks of, with `verdict`, `finding` and what else there is of `frames.READINGS`:
    without `period` and `value` those of the case are meant; `working` is the fragment of the
    section of the indicator's page that shows it. `worked` gives tables of `report.Worked` by
    name.
    """

    readings: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    worked: Mapping[str, pd.DataFrame] = field(default_factory=dict)

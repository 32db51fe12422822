"""What the packages hold, read as one report; and the report, all that a page may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from . import change_frames, frames, group_frames
from .correction import Correction
from .indicator import Indicator
from .learning import Learning
from .metric import Breakdown, Id, Metric
from .partner import Organisation, Programme
from .pathway import Pathway
from .period import Period
from .place import Area, AreaLink, Boundary
from .scale import Scale
from .settings import Settings
from .source import Package
from .story import Story
from .words import PackageStatus


@dataclass(frozen=True)
class Inputs:
    """All packages of a site as one: definitions by id in the order written, values as frames.

    `values` has the columns of `frames.METRICS`, `targets` those of `frames.TARGETS` (targets of
    `indicators.yml` included). `periods` gives the `Period` of each canonical text in them.
    `stories` holds only those whose consent is valid for the web on the report's date.
    `illustrative` holds the ids of indicators, stories, outcomes and records of learning that rest
    on an illustrative package, `provisional` of the others those that rest on a provisional one.
    `places` says where what people wrote stands, for messages: by dotted path
    (`indicators.loneliness.outcome`, `areas.E08000025`) the file, relative to the site's folder,
    and the line of it, or the row of a CSV.
    """

    packages: tuple[Package, ...]
    metrics: Mapping[str, Metric]
    breakdowns: Mapping[str, Breakdown]
    indicators: Mapping[str, Indicator]
    pathway: Pathway
    areas: Mapping[str, Area]
    area_links: tuple[AreaLink, ...]
    boundaries: Mapping[str, Boundary]
    organisations: Mapping[str, Organisation]
    programmes: Mapping[str, Programme]
    stories: Mapping[str, Story]
    corrections: tuple[Correction, ...]
    values: pd.DataFrame
    targets: pd.DataFrame
    periods: Mapping[str, Period]
    illustrative: frozenset[str]
    learning: Mapping[str, Learning] = field(default_factory=dict)
    scales: Mapping[Id, Scale] = field(default_factory=dict)
    provisional: frozenset[str] = frozenset()
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def status(self, id: str) -> PackageStatus:
        """How far an indicator, a story, an outcome or a record of learning may be relied on."""
        if id in self.illustrative:
            return "illustrative"
        return "provisional" if id in self.provisional else "final"


@dataclass(frozen=True)
class Summed:
    """What stands beside results: sums that are shown whole, not as one value.

    Each table is described in `change_frames`; it has no row where there is nothing of the kind.
    """

    changes: pd.DataFrame = field(default_factory=lambda: frames.empty(change_frames.CHANGES))
    scores: pd.DataFrame = field(default_factory=lambda: frames.empty(change_frames.SCORES))
    stages: pd.DataFrame = field(default_factory=lambda: frames.empty(change_frames.STAGES))


@dataclass(frozen=True)
class Worked:
    """What improve readings rest on beyond a row each: what their charts and workings show.

    Each table is described in `frames`; it has no row where there is nothing of the kind.
    """

    limits: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.LIMITS))
    trends: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.TRENDS))
    pace: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.PACE))
    spread: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.SPREAD))
    quantiles: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.QUANTILES))
    contributions: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.CONTRIBUTIONS))
    funnel_limits: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.FUNNEL_LIMITS))
    gaps: pd.DataFrame = field(default_factory=lambda: frames.empty(group_frames.GAPS))
    inequality: pd.DataFrame = field(default_factory=lambda: frames.empty(group_frames.INEQUALITY))
    reach: pd.DataFrame = field(default_factory=lambda: frames.empty(group_frames.REACH))
    forecasts: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.FORECASTS))
    forecast_choices: pd.DataFrame = field(
        default_factory=lambda: frames.empty(frames.FORECAST_CHOICES)
    )
    consequences: pd.DataFrame = field(default_factory=lambda: frames.empty(frames.CONSEQUENCES))
    moved: pd.DataFrame = field(default_factory=lambda: frames.empty(change_frames.MOVED))
    pooled: pd.DataFrame = field(default_factory=lambda: frames.empty(change_frames.POOLED))


@dataclass(frozen=True)
class Report:
    """All that a page may look at. `results` and `readings` have the columns of `frames`."""

    settings: Settings
    inputs: Inputs
    results: pd.DataFrame
    readings: pd.DataFrame
    worked: Worked = Worked()
    summed: Summed = Summed()

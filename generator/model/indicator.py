"""What is computed from metrics and held against a baseline, a target and a comparator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .metric import Id
from .period import Period
from .source import Source
from .words import Design, Direction, Every, Evidence, IndicatorStatus, Kind, TargetKind


class Method(Protocol):
    """A frozen dataclass of `indicators.methods`: its settings, called with columns.

    `metrics` names what it reads, in the order in which it takes them.
    """

    @property
    def metrics(self) -> tuple[Id, ...]: ...

    def __call__(self, *args: Any, **settings: Any) -> Any: ...


@dataclass(frozen=True)
class Baseline:
    """A period of the results, or a value of its own with the period and basis of it."""

    period: Period
    value: float | None = None
    basis: str = ""


@dataclass(frozen=True)
class Target:
    """A target of the main area, for all organisations, programmes and groups."""

    period: Period
    value: float
    value_to: float | None = None
    kind: TargetKind = "reach"
    basis: str = ""


@dataclass(frozen=True)
class ReportedBy:
    """Whose returns a total should rest on: the organisations under these programmes."""

    programmes: tuple[Id, ...] = ()
    organisations: tuple[Id, ...] = ()


@dataclass(frozen=True)
class AlternativeTexts:
    """Our own sentences in place of the generated ones, where an indicator needs them.

    `who` says whom or what the number speaks of, after the unit: "of adults often feel lonely".
    """

    who: str = ""
    chart: str = ""


@dataclass(frozen=True)
class Indicator:
    """An indicator as written; `method` is a called dataclass of `indicators.methods`."""

    id: Id
    title: str
    unit: str
    direction: Direction
    method: Method
    outcome: Id | None = None
    kind: Kind = "primary_outcome"
    evidence: Evidence = "quantitative"
    design: Design = "none"
    definition: str = ""
    limits: str = ""
    decimals: int | None = None  # None: by the size of the values
    proxy_for: str = ""
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    compare_with: tuple[str, ...] = ()  # area codes, "similar" or "parent"
    reported_by: ReportedBy | None = None
    every: Every | None = None
    source: Source | None = None
    owner: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    headline: bool = False
    rebase: tuple[Period, ...] = ()
    status: IndicatorStatus = "in_use"
    texts: AlternativeTexts = AlternativeTexts()
    package: str = field(default="", metadata={"key": None})  # set by the reader

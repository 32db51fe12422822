"""What is computed from metrics and held against a baseline, a target and a comparator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .metric import Id
from .period import Period
from .source import Source
from .words import (
    Design,
    Direction,
    Every,
    Evidence,
    IndicatorStatus,
    Kind,
    Pace,
    Quantiles,
    TargetKind,
)

WITHOUT_GROWTH = ("%", "percent", "out of", "point", "score")
"""How the units of percentages and scores begin."""


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
    """The period of it: one that the values have, unless a value stands beside it."""
    value: float | None = None
    """The value, where the tables have none for that period."""
    basis: str = ""
    """Where that value comes from."""


@dataclass(frozen=True)
class Target:
    """A target of the main area, for all organisations, programmes and groups."""

    period: Period
    """By when: its last day counts. It may be of any length."""
    value: float | None = None
    """The target, in the indicator's unit; for the kind within, the lower end. A target of the
    kind hold may leave it out: the baseline is held."""
    value_to: float | None = None
    """For the kind within only: the upper end."""
    kind: TargetKind = "reach"
    """How the value is meant."""
    basis: str = ""
    """Where the target comes from, such as a plan and its year."""


@dataclass(frozen=True)
class ReportedBy:
    """Whose returns a total should rest on: the organisations under these programmes."""

    programmes: tuple[Id, ...] = ()
    """Ids of programmes: all organisations under them are expected to report."""
    organisations: tuple[Id, ...] = ()
    """Ids of further organisations that are expected to report."""


@dataclass(frozen=True)
class Rebase:
    """From `start` on (written `from`) what is usual is worked out afresh."""

    start: Period = field(metadata={"key": "from"})
    """The first period of the new time."""
    because: str
    """What changed in the service itself. Readers see it."""


@dataclass(frozen=True)
class FixedLimits:
    """Until when values say what is usual; those after it are held against them."""

    until: Period
    """The last period that counts. At least 12 must stand up to it."""
    because: str
    """Why then, such as: before the programme began. Readers see it."""


@dataclass(frozen=True)
class AlternativeTexts:
    """Our own sentences in place of the generated ones, where an indicator needs them.

    `who` says whom or what the number speaks of, after the unit: "of adults often feel lonely".
    """

    who: str = ""
    """Whom or what the number speaks of, after the unit: "of adults often feel lonely"."""
    chart: str = ""
    """The chart in words, for people who do not see it."""


@dataclass(frozen=True)
class Indicator:
    """An indicator as written; `method` is a called dataclass of `indicators.methods`."""

    id: Id
    """Its id. Its page is indicators/<id>/."""
    title: str
    """Its name as readers see it."""
    unit: str
    """What the value is in, as one says it after the number: "%", visits, out of 10, £."""
    direction: Direction
    """Which way is better."""
    method: Method
    """How it is computed from metrics. Without it: published, from the metric of its own id."""
    outcome: Id | None = None
    """Id of the outcome that it shows."""
    kind: Kind = "primary_outcome"
    """What it is for."""
    evidence: Evidence = "quantitative"
    """Which type of evidence it is."""
    design: Design = "none"
    """How strong the evidence is that the work made the change."""
    definition: str = ""
    """What exactly is measured, of whom, in a sentence or two."""
    limits: str = ""
    """What the number cannot say."""
    decimals: int | None = None
    """How many decimals are shown. Without it: by the size of the values."""
    proxy_for: str = ""
    """What it stands for, where that itself cannot be measured."""
    baseline: Baseline | None = None
    """What later results are compared with. Without it the first result is the baseline."""
    targets: tuple[Target, ...] = ()
    """Targets of the main area, for everyone. The others stand in the table of targets."""
    pace: Pace = "linear"
    """How the way to a target is divided over the time to it."""
    compare_with: tuple[str, ...] = ()
    """Codes of places to compare with, or the words `similar` (their median, where at least five
    of them have a value) and `parent`. The first with a value for the same period gives the
    verdict."""
    eligible: Id | None = None
    """For the kind reach, with the method count: id of the metric that counts, by the same groups,
    everyone who could have been reached, such as residents. Its latest values that are not later
    are taken."""
    reported_by: ReportedBy | None = None
    """Whose returns a total should rest on: pages then say from 11 of 15."""
    every: Every | None = None
    """Which length of period to read, where the values have several."""
    quantiles: Quantiles | None = None
    """For quarters, fifths or tenths: in which of them each place stands among those of its kind
    with a value. 1 is the worst; where neither way is better, the lowest."""
    rebase: tuple[Rebase, ...] = ()
    """When the limits of its process-control chart start afresh: each with from and because. A
    break of a metric does so by itself."""
    fix_limits: FixedLimits | None = None
    """Until when values make the limits of its process-control chart, with until and because.
    Without it: all values since they last started afresh."""
    source: Source | None = None
    """Where the values come from. Without it: its metrics' sources."""
    owner: str = ""
    """The role, not the person, that answers for it."""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    """The same measure in other frameworks: the framework's name, and its id there."""
    headline: bool = False
    """yes: its verdict stands for its outcome. Without it: the first with a direction."""
    stages: tuple[Id, ...] = ()
    """Ids of metrics that follow one another, such as needs presented, partly met, fully met and
    still open. Its page shows them in this order, each held against the first."""
    status: IndicatorStatus = "in_use"
    """Whether it is meant to have values."""
    texts: AlternativeTexts = AlternativeTexts()
    """Sentences of your own in place of generated ones."""
    package: str = field(default="", metadata={"key": None})  # set by the reader

    @property
    def grows(self) -> bool:
        """Whether growth of it, in percent a year, has a meaning: not of percentages and scores."""
        return not self.unit.casefold().startswith(WITHOUT_GROWTH)

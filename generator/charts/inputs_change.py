"""What the charts of change in people are called with, beside `About` and `Value` of `inputs`.

    Stages(of="needs presented")(about, stages)
    Moved(heading="Part of life")(about, moves, whole)
    PairedDistribution(score="Stage")(about, stood, pairs, mean_before, mean_after)

Counts, shares and means come with the rows, computed and worded elsewhere: a chart draws them and
works nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.inputs import Value
from generator.charts.inputs_improve import NO_VALUE


@dataclass(frozen=True)
class Stage:
    """One stage of several in order: how many reached it, or how many are left at the end.

    `count` counts what the stages count (needs, referrals, people). `of_100` is its share of the
    first stage in percent, worded bare (`72`); give it only where both stages count the same ones,
    as a `part_of` of the same period does, else leave it out. `code` is its id in the download. A
    stage that nobody counted has a count of None: it is said, and not drawn as 0.
    """

    name: str
    count: Value
    of_100: Value = NO_VALUE
    code: str = ""


@dataclass(frozen=True)
class Share:
    """How many of the pairs moved one way: `count` people, and `percent` of all pairs, worded bare
    (`64`), with its interval where it has one."""

    count: Value = NO_VALUE
    percent: Value = NO_VALUE


@dataclass(frozen=True)
class Moves:
    """One row of up, same and down: an item, a group, a partner or a whole scale.

    `pairs` counts the people with a first and a later score. `worse`, `same` and `better` are
    all of them by the way that they moved, so their percents add up to 100. A row of 0 pairs, or
    of shares that are not published, leaves them out; it is said, and not drawn. `code` is its id
    in the download.
    """

    name: str
    pairs: Value
    worse: Share = Share()
    same: Share = Share()
    better: Share = Share()
    code: str = ""
    subject: bool = False

    def __post_init__(self) -> None:
        percents = [each.percent.value for each in (self.worse, self.same, self.better)]
        known = [percent for percent in percents if percent is not None]
        if known and (len(known) < 3 or abs(sum(known) - 100) > 1e-6):
            raise ValueError(f"{self.name!r}: its shares are {percents}, not three that make 100")


@dataclass(frozen=True)
class Stood:
    """How many of the people stood at one score before, and how many after.

    `low` and `high` are that score, in points of the scale: the same for a single one, its ends for
    a band of scores, which follow each other without overlapping. `label` is how it is written
    (`4`, `20 to 22`).
    """

    label: str
    low: float
    high: float
    before: Value
    after: Value

"""What the charts of change in people are called with, beside `About` and `Value` of `inputs`.

    Stages(of="needs presented")(about, stages)

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

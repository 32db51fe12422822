"""What readings say: every verdict, by reading, in the words of `data/readings.csv`."""

from __future__ import annotations

from typing import Literal

SinceBaseline = Literal["improved", "worsened", "higher", "lower", "no clear change", "cannot say"]
"""Since the baseline: the latest value held against the baseline's.

improved: better than the baseline, beyond the margin of error where there is one
worsened: worse than the baseline, beyond the margin of error where there is one
higher: more than before, where neither way is better
lower: less than before, where neither way is better
no clear change: within the margin of error, or the same number as shown
cannot say: a value is missing, or the two may not be compared; the reason stands beside it
"""
TowardsTarget = Literal[
    "target met",
    "on track",
    "improving but not on track",
    "no clear change",
    "getting worse",
    "too early to say",
    "no target",
    "cannot be judged",
]
"""Towards the target: the way made since the baseline held against the way due by now.

target met: the latest value is on the good side of the target
on track: at least 95% of the way that was due by now
improving but not on track: better than the baseline, by less than that
no clear change: since the baseline, within the margin of error
getting worse: worse than the baseline
too early to say: less than two years since the baseline
no target: none is set, or neither way is better
cannot be judged: a value is missing, or the two may not be compared
"""
AgainstComparator = Literal[
    "better", "similar", "worse", "higher", "lower", "cannot say", "no comparator"
]
"""Against another place in the same period.

better: better than the other place, beyond the margin of error where there is one
similar: within the margin of error, or the same number as shown
worse: worse than the other place, beyond the margin of error where there is one
higher: more than the other place, where neither way is better
lower: less than the other place, where neither way is better
cannot say: a value is missing
no comparator: none is named, or none has a value for the period
"""
OnACard = Literal[
    "Target met",
    "On track",
    "Improving but not on track",
    "Improving",
    "No clear change",
    "Getting worse",
    "Too early to say",
    "Higher",
    "Lower",
    "Not published",
]
"""The one on a card: towards the target where there is one, else since the baseline.

Target met: towards the target
On track: towards the target
Improving but not on track: towards the target
Improving: improved since the baseline
No clear change: either
Getting worse: either
Too early to say: there is nothing to hold the value against yet
Higher: since the baseline, where neither way is better
Lower: since the baseline, where neither way is better
Not published: the main area has no latest value
"""

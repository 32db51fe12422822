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
Variation = Literal[
    "special-cause improvement",
    "special-cause concern",
    "special-cause higher",
    "special-cause lower",
    "common cause",
    "not enough data",
]
"""Variation: whether the latest value is more than the usual ups and downs of its series.

special-cause improvement: something has changed for the better
special-cause concern: something has changed for the worse
special-cause higher: something has changed upwards, where neither way is better
special-cause lower: something has changed downwards, where neither way is better
common cause: within the usual ups and downs
not enough data: too few values, or none that vary; the reason stands beside it
"""
Assurance = Literal[
    "consistently meets target",
    "hit and miss",
    "consistently misses target",
    "no target",
    "not enough data",
]
"""Assurance: the target held against the usual ups and downs.

consistently meets target: the target lies beyond the limits, on the safe side
hit and miss: the target lies within the limits, so chance decides
consistently misses target: the target lies beyond the limits, out of reach as things are
no target: none is set, or neither way is better
not enough data: there are no limits
"""
RecentTrend = Literal[
    "increasing and getting better",
    "increasing and getting worse",
    "decreasing and getting better",
    "decreasing and getting worse",
    "increasing",
    "decreasing",
    "no significant change",
    "cannot be calculated",
]
"""Recent trend: the last five years, tested at 99.8%, whichever of them is left out.

increasing and getting better: up, and higher is better
increasing and getting worse: up, and lower is better
decreasing and getting better: down, and lower is better
decreasing and getting worse: down, and higher is better
increasing: up, where neither way is better
decreasing: down, where neither way is better
no significant change: no trend beyond chance
cannot be calculated: fewer than five years, a break or no margins of error
"""
Gap = Literal["clear gap", "no clear gap", "too small to say", "cannot say"]
"""Gap between groups: a group held against the reference group, or against all others.

clear gap: apart beyond the margin of error
no clear gap: within the margin of error
too small to say: too few people, or a value that is hidden
cannot say: no value, or no margin of error; the reason stands beside it
"""
GapOverTime = Literal["narrowing", "widening", "no clear change", "too small to say", "cannot say"]
"""Gap over time: the same gap at the baseline and now.

narrowing: smaller than it was, beyond the margin of error
widening: larger than it was, beyond the margin of error
no clear change: within the margin of error
too small to say: too few people at one of the two times, or a value that is hidden
cannot say: no value or no margin of error then or now; the reason stands beside it
"""
Reach = Literal[
    "under-represented", "similar", "over-represented", "too small to say", "cannot say"
]
"""Reach: a group's share of those who take part held against its share of those who could.

under-represented: a smaller share, beyond the margin of error
similar: within the margin of error
over-represented: a larger share, beyond the margin of error
too small to say: fewer than five would be expected, or the number is hidden
cannot say: no number of those reached, or of those who could be
"""
Spread = Literal[
    "better than expected",
    "as expected",
    "worse than expected",
    "higher than expected",
    "lower than expected",
    "cannot say",
]
"""Spread: a place or partner held against the average of all, with room for its size.

better than expected: beyond what chance gives a place or partner of this size
as expected: within what chance gives
worse than expected: beyond what chance gives a place or partner of this size
higher than expected: beyond chance, where neither way is better
lower than expected: beyond chance, where neither way is better
cannot say: too few places or partners, or no counts
"""
Forecast = Literal[
    "likely to meet target", "could go either way", "unlikely to meet target", "cannot say"
]
"""Forecast: where the recent pattern leads by the target's date, if it continues.

likely to meet target: nearly all of where it may lead is on the good side of the target
could go either way: the target lies inside where it may lead
unlikely to meet target: nearly all of where it may lead is on the bad side of the target
cannot say: no target, too few values, or the target is too far off
"""

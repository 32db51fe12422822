"""The closed lists: every word that a contributor may choose from, each written down once.

Readers, checks and the documentation take the words from here with `typing.get_args`.
"""

from __future__ import annotations

from typing import Literal

Direction = Literal["up", "down", "none"]
Evidence = Literal["quantitative", "voices", "ratings", "tasks", "evaluation"]
Kind = Literal[
    "primary_outcome", "standardised_output", "provider_output", "reach", "experience", "context"
]
Counts = Literal["people", "events", "things", "money", "scores"]
Design = Literal["none", "before_after", "own_estimate", "worker_estimate", "comparison", "trial"]
TargetKind = Literal[
    "reach", "hold", "within", "change_from_baseline", "percent_change_from_baseline"
]
LinkStatus = Literal["untested", "holds", "in_doubt", "fails", "replaced"]
Contribution = Literal["sole", "major", "shared", "minor", "unknown"]
PackageStatus = Literal["illustrative", "provisional", "final"]
IndicatorStatus = Literal["in_use", "in_development"]
Flag = Literal["c", "x", "z", "low", "u", "p", "r", "e", "b"]
Horizon = Literal["direct", "indirect", "systemic"]
StepKind = Literal["input", "activity", "output", "outcome", "impact"]
StepStatus = Literal["active", "planned", "ended"]
Dimension = Literal["area", "organisation", "programme", "group", "period"]
BreakdownOf = Literal["people", "detail"]
AreaLinkKind = Literal["in", "similar"]
CorrectionKind = Literal["revised", "corrected"]
Every = Literal["month", "quarter", "year", "years_3", "years_5", "point"]
ToldBy = Literal["first", "third", "composite"]
Typical = Literal["yes", "no", "unknown"]
ConsentKind = Literal["written", "verbal_recorded", "guardian", "composite"]
ConsentScope = Literal["web", "print"]
YesNo = Literal["yes", "no"]

FLAG_MEANINGS: dict[str, str] = {
    "c": "confidential",
    "x": "not available",
    "z": "not applicable",
    "low": "rounds to 0",
    "u": "low reliability",
    "p": "provisional",
    "r": "revised",
    "e": "estimate",
    "b": "break in series",
}
FLAGS_WITHOUT_VALUE: tuple[str, ...] = ("c", "x", "z")

# Verdicts, by reading (design: section 2).
SinceBaseline = Literal["improved", "worsened", "higher", "lower", "no clear change", "cannot say"]
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
AgainstComparator = Literal[
    "better", "similar", "worse", "higher", "lower", "cannot say", "no comparator"
]
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

# The readings, as they are named in data/readings.csv.
SINCE_BASELINE = "since baseline"
TOWARDS_TARGET = "towards target"
AGAINST_COMPARATOR = "against a comparator"
ON_A_CARD = "on a card"

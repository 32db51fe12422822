"""The closed lists: every word that a contributor may choose from, each written down once.

Readers and checks take the words from here with `typing.get_args`; DATA.md takes their meanings
from the lines under each list. What readings say is in `verdicts`.
"""

from __future__ import annotations

from typing import Literal

Direction = Literal["up", "down", "none"]
"""Which way is better.

up: higher is better
down: lower is better
none: neither; pages say higher and lower, never better and worse
"""
Evidence = Literal["quantitative", "voices", "ratings", "tasks", "evaluation"]
"""Which type of evidence the value is.

quantitative: counted or measured
voices: what people said in their own words
ratings: what people chose on a scale
tasks: what people showed that they can do
evaluation: a study by somebody who looked at the whole
"""
Better = Literal["up", "down"]
"""Which scores of a scale are better.

up: higher ones
down: lower ones
"""
Measure = Literal["moved_up", "moved_down", "mean_change"]
"""What of the change between two assessments is the value.

moved_up: the share of people whose score went up, in percent
moved_down: the share of people whose score went down, in percent
mean_change: the mean change of the score, latest less first, in points
"""
Kind = Literal[
    "primary_outcome", "standardised_output", "provider_output", "reach", "experience", "context"
]
"""What the indicator is for.

primary_outcome: a change in people's lives
standardised_output: what was done, counted alike by everyone
provider_output: what was done, counted in a provider's own way
reach: who took part
experience: what taking part was like
context: what stands around it, and nobody here answers for
"""
Counts = Literal["people", "events", "things", "money", "scores"]
"""What one of it is; this says over what values may be summed.

people: someone seen by two providers, or in two quarters, is one person
events: visits, calls, births: each happens once
things: homes, meals, places
money: pounds
scores: marks on a scale, percentages, anything that may not be summed
"""
Quantiles = Literal["4", "5", "10"]
"""Into how many parts of about as many each places of one kind are divided by their values.

4: quarters
5: fifths
10: tenths
"""
Design = Literal["none", "before_after", "own_estimate", "worker_estimate", "comparison", "trial"]
"""How strong the evidence is that the work made the change.

none: the value alone
before_after: the same people before and after
own_estimate: people say what the work changed for them
worker_estimate: workers say what the work changed
comparison: held against people or places without the work
trial: who got the work was drawn by lot
"""
TargetKind = Literal[
    "reach", "hold", "within", "change_from_baseline", "percent_change_from_baseline"
]
"""How a target's value is meant.

reach: to be reached by the end of the period
hold: to be no worse than this or, without a value, than the baseline
within: to lie from value to value_to
change_from_baseline: to be this much more (less, with a minus) than the baseline
percent_change_from_baseline: the same, in percent of the baseline
"""
LinkStatus = Literal["untested", "holds", "in_doubt", "fails", "replaced"]
"""What is known of the assumption under a link.

untested: nobody has looked yet
holds: what was found speaks for it
in_doubt: what was found speaks both ways
fails: what was found speaks against it
replaced: another assumption stands in its place
"""
Contribution = Literal["sole", "major", "shared", "minor", "unknown"]
"""How much of the change comes through this link.

sole: all of it
major: most of it
shared: some of it, beside others
minor: little of it
unknown: nobody can say
"""
PackageStatus = Literal["illustrative", "provisional", "final"]
"""How far the package's data may be relied on.

illustrative: made up; every page, chart and story says so
provisional: real, and may still change
final: real, and settled
"""
IndicatorStatus = Literal["in_use", "in_development"]
"""Whether the indicator is meant to have values.

in_use: it is; one without a result is warned of
in_development: not yet
"""
Flag = Literal["c", "x", "z", "low", "u", "p", "r", "e", "b"]
Horizon = Literal["direct", "indirect", "systemic"]
"""How near to the work the change is.

direct: in the people who take part
indirect: in their lives later, or in people around them
systemic: in how services and places work
"""
StepKind = Literal["input", "activity", "output", "outcome", "impact"]
"""What a step of the pathway is.

input: what is put in, such as money and people
activity: what is done
output: what comes of it at once, such as visits
outcome: a change in people's lives
impact: a lasting change in the place
"""
StepStatus = Literal["active", "planned", "ended"]
"""Whether the step is being taken.

active: now
planned: later
ended: no longer
"""
Dimension = Literal["area", "organisation", "programme", "group", "period"]
"""Over what values may be summed.

area: the areas in an area
organisation: all organisations
programme: all programmes
group: the categories of a breakdown
period: the months, quarters or terms of a longer period
"""
BreakdownOf = Literal["people", "detail"]
"""What a breakdown tells apart.

people: groups of people; gaps between them are looked at
detail: kinds of the thing counted, such as reasons
"""
Ordered = Literal["no", "yes", "most_deprived_first"]
"""Whether the order of the categories means something.

no: it means nothing
yes: it does, as that of ages; they are shown in it
most_deprived_first: it does, from the most to the least deprived; how steep the slope is, is said
"""
AreaLinkKind = Literal["in", "similar"]
CorrectionKind = Literal["revised", "corrected"]
Cumulative = Literal["financial_year"]
"""From when on year-to-date figures are counted.

financial_year: from 1 April
"""
Every = Literal["month", "quarter", "year", "years_3", "years_5", "point"]
"""How long the indicator's periods are, where its metrics have several lengths.

month: months
quarter: quarters
year: years, from whichever month
years_3: three years together
years_5: five years together
point: days on which something was counted
"""
Pace = Literal["linear", "compound"]
"""How the way to a target is divided over the time to it.

linear: in equal steps, year by year
compound: in equal growth, year by year, as what grows in percent; not percentages or scores
"""
ToldBy = Literal["first", "third", "composite"]
"""Who tells the story.

first: the person
third: somebody else
composite: put together from several people
"""
Typical = Literal["yes", "no", "unknown"]
"""Whether the experience is that of most people in the work.

yes: it is
no: it is not
unknown: nobody can say
"""
ConsentKind = Literal["written", "verbal_recorded", "guardian", "composite"]
"""How consent was given.

written: signed by the person
verbal_recorded: said by the person, and a record kept
guardian: given by somebody who may decide for the person
composite: nobody can be told, for the story is put together from several people
"""
ConsentScope = Literal["web", "print"]
"""Where the story may be told.

web: on the site; without it the story appears nowhere
print: on paper
"""
LearningKind = Literal[
    "assumption", "unintended_consequence", "people_said", "decision", "data_gap"
]
"""What sort of record of learning it is.

assumption: what we assumed turned out otherwise, or was borne out
unintended_consequence: something happened that nobody meant, for better or worse
people_said: what people told us, and what was done about it
decision: what was decided
data_gap: what we cannot see yet
"""
ActionStatus = Literal["to_do", "under_way", "done", "dropped"]
"""How far an action is.

to_do: it has not begun
under_way: it has begun
done: it was done on the day in `closed`
dropped: it was given up on the day in `closed`
"""

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

DIFFERENCE = "difference of year-to-date figures"
"""What a result is called that was taken from the figures of the year so far."""

# The readings, as they are named in data/readings.csv.
SINCE_BASELINE = "since baseline"
TOWARDS_TARGET = "towards target"
AGAINST_COMPARATOR = "against a comparator"
ON_A_CARD = "on a card"
VARIATION = "variation"
ASSURANCE = "assurance"
RECENT_TREND = "recent trend"
GAP = "gap between groups"
GAP_OVER_TIME = "gap over time"
REACH = "reach"
SPREAD = "spread"
FORECAST = "forecast"

# The rules of special cause, in the order in which they are applied.
OUTSIDE_LIMITS = "outside limits"
TREND = "trend"
TWO_IN_THREE = "two in three"
SHIFT = "shift"
SPECIAL_CAUSE = (OUTSIDE_LIMITS, TREND, TWO_IN_THREE, SHIFT)

"""Strength of evidence, in words that say what it lets us claim."""

from __future__ import annotations

from generator.indicators.methods.proportion import Proportion
from generator.model.indicator import Indicator
from generator.model.words import Design
from generator.wording import reasons
from generator.wording.stages import other_cases

from ..known.standing import Standing

STRENGTH: dict[Design, str] = {
    "none": "Monitoring only",
    "before_after": "Before and after, no comparison group",
    "own_estimate": "People’s own estimate",
    "worker_estimate": "Workers’ estimate",
    "comparison": "Comparison group",
    "trial": "Trial",
}

CAN_CLAIM: dict[Design, str] = {
    "none": "What the number is, and whether it has clearly changed.",
    "before_after": "Whether things are clearly different after than before, and by how much.",
    "own_estimate": "How much of the change people themselves put down to the support.",
    "worker_estimate": "How much of the change workers put down to the support.",
    "comparison": "Whether the change is clearly larger or smaller than in a comparison group.",
    "trial": "Whether the work made a change, within the margin of error.",
}

CANNOT_CLAIM: dict[Design, str] = {
    "none": "That any one service made the change. There is no comparison group.",
    "before_after": "That the work made the change. There is no comparison group.",
    "own_estimate": "That people’s own estimate is right. There is no comparison group.",
    "worker_estimate": "That the workers’ estimate is right. There is no comparison group.",
    "comparison": "That nothing else differed between the two groups.",
    "trial": "That the same would happen with other people, elsewhere.",
}

_COMPARED = ("better", "similar", "worse", "higher", "lower")


def strength(indicator: Indicator) -> str:
    """How strong the evidence is, in a few words: "Evidence: monitoring only"."""
    words = STRENGTH[indicator.design]
    return f"Evidence: {words[:1].lower()}{words[1:]}"


def can_claim(standing: Standing) -> str:
    """What the number lets one claim: never more than its verdict."""
    design = standing.indicator.design
    if standing.latest is None:
        return f"Nothing about {standing.place}: no value is published for it."
    if standing.by_group_only:
        return "How large each group was at the time."
    if design in ("none", "before_after") and _unjudged(standing):
        if standing.against and standing.against.verdict in _COMPARED:
            other = standing.other(standing.against.reference_area)
            return f"What the number was at the time, and how it stood against {other}."
        return "What the number was at the time."
    if design in ("none", "before_after") and standing.latest.lower is None:
        return "What the number is, and whether it is higher or lower than at the baseline."
    return CAN_CLAIM[design]


def cannot_claim(standing: Standing) -> tuple[str, ...]:
    """What it does not let one claim, and why."""
    if standing.latest is None:
        return (f"How {standing.place} does, or whether it has changed.",)
    found = [CANNOT_CLAIM[standing.indicator.design]]
    if _unjudged(standing):
        because = standing.since.reason if standing.since else reasons.ONE_PERIOD
        found.append(f"Whether it has changed. {because}")
    elif standing.latest.lower is None:
        found.append("Whether the change is more than chance. " + reasons.NO_MARGIN)
    return tuple(filter(None, (*found, _other_cases(standing))))


def _other_cases(standing: Standing) -> str:
    """That a part counted later than its whole is no share of the same cases."""
    method, metrics = standing.indicator.method, standing.lookup.report.inputs.metrics
    if standing.latest is None or not isinstance(method, Proportion):
        return ""
    part = metrics.get(method.numerator)
    return other_cases(part, method.denominator, standing.latest.frequency) if part else ""


def _unjudged(standing: Standing) -> bool:
    """Whether the change since the baseline could not be judged."""
    return standing.since is None or standing.since.verdict == "cannot say"

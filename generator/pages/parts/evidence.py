"""Strength of evidence, in words that say what it lets us claim."""

from __future__ import annotations

from generator.model.words import Design

STRENGTH: dict[Design, str] = {
    "none": "Monitoring only",
    "before_after": "Before and after",
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

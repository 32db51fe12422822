"""Each call's answer: a part of the page, or why nothing can stand there."""

from __future__ import annotations

from collections.abc import Callable

from generator.errors import Problem

from .answer import Answer, Spot
from .blocks import pathway, stories, story, tile
from .calls import Call
from .charts import chart, table
from .claims.claim import claim
from .numbers import finding, number

ANSWERS: dict[str, Callable[[Call, Spot], Answer | Problem]] = {
    "number": number,
    "finding": finding,
    "claim": claim,
    "tile": tile,
    "chart": chart,
    "table": table,
    "story": story,
    "stories": stories,
    "pathway": pathway,
}
"""What answers each of `CALLS`."""

"""The calls that a page written by hand may hold, and what each of them takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Where

HOLDER = re.compile("\ue000(\\d{1,6})\ue001")
"""What stands in the text in place of a call: two characters that no page may hold, and which
call of the page it is. It stands at the start of a claim's words."""
END = re.compile("\ue004(\\d{1,6})\ue005")
"""What stands at the end of a claim's words."""


@dataclass(frozen=True)
class Takes:
    """What a call takes, in words and by name: texts in a row, then texts with their name.

    `least` of those in a row can't be left out. A `block` stands alone on its line, all else in a
    sentence; what is `around` has words of the sentence in it.
    """

    words: str
    examples: tuple[str, ...]
    row: tuple[str, ...] = ("id",)
    named: tuple[str, ...] = ()
    least: int = 1
    block: bool = True
    around: bool = False

    @property
    def typed(self) -> tuple[str, ...]:
        """The examples as they are typed."""
        before, after = ("{% ", " %}What you say{% endclaim %}") if self.around else ("{{ ", " }}")
        return tuple(f"{before}{one}{after}" for one in self.examples)


_CHART = "the id of one indicator, and maybe a kind, a place and a breakdown, in quotes"
_STORIES = "an outcome, a place, both or nothing, in quotes"
CALLS: dict[str, Takes] = {
    "number": Takes(
        "the id of one indicator, and maybe a place and a group, in quotes",
        ('number("id")', 'number("id", place="E08000025", group="sex=female")'),
        named=("place", "group"),
        block=False,
    ),
    "finding": Takes(
        "the id of one indicator, and maybe a place, in quotes",
        ('finding("id")', 'finding("id", place="E08000025")'),
        named=("place",),
        block=False,
    ),
    "claim": Takes(
        "the id of one indicator, what is said of it, and maybe a place, a group, a partner and a "
        "programme, in quotes",
        (
            'claim "id", "improved since baseline"',
            'claim "id", "on track", place="E08000025"',
        ),
        row=("id", "says"),
        named=("place", "group", "partner", "programme"),
        least=2,
        block=False,
        around=True,
    ),
    "tile": Takes(
        "the id of one indicator, and maybe a place, in quotes",
        ('tile("id")', 'tile("id", place="E08000025")'),
        named=("place",),
    ),
    "chart": Takes(
        _CHART,
        ('chart("id")', 'chart("id", "groups", by="sex")'),
        ("id", "kind"),
        ("place", "by"),
    ),
    "table": Takes(
        _CHART,
        ('table("id")', 'table("id", "groups", by="sex")'),
        ("id", "kind"),
        ("place", "by"),
    ),
    "story": Takes("the id of one story, in quotes", ('story("id")',)),
    "stories": Takes(
        _STORIES,
        ('stories(outcome="id")', 'stories(place="E08000025")'),
        (),
        ("outcome", "place"),
        least=0,
    ),
    "pathway": Takes("nothing", ("pathway()",), (), least=0),
}


@dataclass(frozen=True)
class Call:
    """A call as written: what was given by the name of what takes it, and the line."""

    name: str
    given: Mapping[str, str]
    where: Where

    @property
    def id(self) -> str:
        """What it is a call of."""
        return self.given.get("id", "")

    @property
    def place(self) -> str:
        """The code of an area, "" for the main one."""
        return self.given.get("place", "")

    @property
    def block(self) -> bool:
        """Whether it stands alone on its line."""
        return CALLS[self.name].block

    @property
    def around(self) -> bool:
        """Whether words of a sentence stand in it."""
        return CALLS[self.name].around


def how_to_type(name: str) -> str:
    """ "Type {{ number("id") }} or {{ … }}." """
    return f"Type {' or '.join(CALLS[name].typed)}."

"""In which order words are sorted and shown: as people wrote them, all before some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.model.metric import Breakdown
from generator.model.period import parse
from generator.model.report import Inputs


def ordered_words(
    words: Mapping[str, Iterable[str]], inputs: Inputs, main_area: str
) -> dict[str, list[str]]:
    """The words of each column of CELL in order.

    The main area, then areas, organisations and programmes as their tables list them; groups as
    their breakdowns list them; periods by time. Words that no table lists follow by name.
    """
    return {
        "period": sorted(words["period"], key=_time),
        "area": _as_listed(words["area"], [main_area, *inputs.areas]),
        "organisation": _as_listed(words["organisation"], inputs.organisations),
        "programme": _as_listed(words["programme"], inputs.programmes),
        "group": sorted(words["group"], key=lambda group: group_order(group, inputs.breakdowns)),
    }


def group_order(
    group: str, breakdowns: Mapping[str, Breakdown]
) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """Everyone first, then single groups, then intersections; within, as written."""
    names = list(breakdowns)
    places = []
    for part in filter(None, group.split(";")):
        name, _, category = part.partition("=")
        breakdown = breakdowns.get(name)
        written = [str(item) for item in breakdown.categories] if breakdown else []
        written += [str(item) for item in breakdown.not_stated] if breakdown else []
        places.append(
            (
                names.index(name) if name in names else len(names),
                written.index(category) if category in written else len(written),
                part,
            )
        )
    return len(places), tuple(places)


def _time(text: str) -> tuple[date, date, str]:
    if not text:
        return date.min, date.min, text
    period = parse(text, months=True)
    return period.end, period.start, text


def _as_listed(words: Iterable[str], listed: Iterable[str]) -> list[str]:
    places = {word: place for place, word in enumerate(dict.fromkeys(["", *listed]))}
    return sorted(words, key=lambda word: (places.get(word, len(places)), word))

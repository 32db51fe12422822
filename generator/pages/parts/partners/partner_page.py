"""What the pages of partners and programmes have in common beside their tables."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.frames import RESULTS
from generator.model.page import File
from generator.model.story import Story

from .. import address as at
from .. import downloads
from ..known import cells
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..worded import Download


def values(name: str, standings: Iterable[Standing]) -> File:
    """Every value behind the tables, with the columns of `data/results.csv`."""
    lines = (
        (
            *(standing.indicator.id, r.frequency, r.period, r.start, r.end),
            *(r.area, r.organisation, r.programme, r.group, r.value, r.lower, r.upper),
            *(r.confidence, r.numerator, r.denominator, r.base, r.method),
            *(" ".join(r.flags), r.computed, r.reported_by, standing.status),
        )
        for standing in standings
        for r in standing.series
    )
    return downloads.csv_file(f"data/charts/{name}--values.csv", (*RESULTS, "status"), lines)


def download(address: str, file: File) -> Download:
    """The link to that file."""
    size = f"CSV, {downloads.size(file)}"
    return Download("All these values", at.link(address, file.path), size)


def stories(lookup: Lookup, organisation: str = "", programme: str = "") -> tuple[Story, ...]:
    """The stories told with an organisation, or about a programme: the newest first."""
    found = (
        story
        for story in lookup.report.inputs.stories.values()
        if (organisation and story.organisation == organisation)
        or (programme and story.programme == programme)
    )
    return tuple(sorted(found, key=lambda story: (story.date, story.id), reverse=True))


def span(standings: Iterable[Standing]) -> str:
    """From the first year to the last that these have values for."""
    return cells.years(r for s in standings for r in s.series if r.value is not None)


def illustrative(lookup: Lookup, standings: Iterable[Standing], told: Iterable[Story]) -> bool:
    """Whether any of these numbers or stories is made up."""
    ids = (*(standing.indicator.id for standing in standings), *(story.id for story in told))
    return lookup.is_illustrative(*ids)

"""What a site's mkdocs.yml says under `extra.report`, and the little that we read beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .source import Licence

OGL = Licence(
    "Open Government Licence v3.0",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)


@dataclass(frozen=True)
class NotPersonal:
    """A text that looks as if it told who someone is, and may be shown."""

    text: str
    """The number, address or code, just as it stands in the site. It may then stand anywhere."""
    because: str
    """Why it may be shown, such as: The council's public switchboard."""


@dataclass(frozen=True)
class Settings:
    """The settings of one site. `report_date` is the day that the site speaks on."""

    edition: str
    """The year that the report is of, such as 2026."""
    report_date: date
    """The day that the site speaks on: consent that expired by then is gone."""
    main_area: str
    """Code of the place that the report is about, as in the tables."""
    publisher: str
    """Who publishes it."""
    contact: str
    """An email or https address."""
    next_update: str = "not planned"
    """When the next edition comes, in words."""
    licence: Licence = OGL
    """The licence of the site's own words and data."""
    disclosure: Literal["already_published"] | None = None
    """How small numbers are kept from telling who someone is. `already_published`: every value is
    public elsewhere. Needed unless all packages are illustrative."""
    price_year: int | None = None
    """The year whose prices money is in."""
    about: str = ""
    """What the report is, in a sentence or two, for the home page."""
    answers_within: str = ""
    """How fast you answer, such as 10 working days. Only if you promise it."""
    not_personal: tuple[NotPersonal, ...] = ()
    """Telephone numbers, postcodes and the like that are public and may be shown. Without it,
    what looks like one stops the build. An email address that is the `contact` needs none."""
    site_name: str = field(default="", metadata={"key": None})
    site_url: str = field(default="", metadata={"key": None})
    site_description: str = field(default="", metadata={"key": None})

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
class Settings:
    """The settings of one site. `report_date` is the day that the site speaks on."""

    edition: str
    report_date: date
    main_area: str
    publisher: str
    contact: str  # an email or https address
    next_update: str = "not planned"
    licence: Licence = OGL
    disclosure: Literal["already_published"] | None = None
    price_year: int | None = None
    about: str = ""
    answers_within: str = ""  # how fast the publisher answers: "10 working days"
    site_name: str = field(default="", metadata={"key": None})
    site_url: str = field(default="", metadata={"key": None})
    site_description: str = field(default="", metadata={"key": None})

"""The accessibility statement that the law asks of public bodies (SI 2018/952, regulation 8)."""

from __future__ import annotations

from generator.model.page import Page
from generator.wording import periods

from .parts import contact
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Head

ADDRESS = "accessibility/"
FINDING = "How far everyone can use this website, what does not work, and whom to tell."


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `accessibility/`."""
    settings = lookup.report.settings
    return (
        page(
            "accessibility",
            ADDRESS,
            Head(title="Accessibility", finding=FINDING, crumbs=crumbs(ADDRESS)),
            site_name=settings.site_name,
            publisher=settings.publisher,
            contact=contact.link(settings),
            date=periods.day(settings.report_date),
            edition=settings.edition,
            answers_within=settings.answers_within,
        ),
    )

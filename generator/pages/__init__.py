"""The report as pages: one module a page type, each a function from the report to its pages."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from generator.model.page import File, Page, Site
from generator.model.report import Report

from . import (
    accessibility,
    actions,
    change,
    corrections,
    data_use,
    equity,
    forecast,
    home,
    improve,
    indicator,
    indicators,
    learning,
    methods,
    outcome,
    partner,
    partners,
    pathway,
    place,
    places,
    programme,
    prove,
    stories,
    story,
    variation,
)
from .parts import address
from .parts.known.lookup import Lookup
from .parts.titles import unique

PageType = Callable[[Lookup], tuple[Page | File, ...]]

PAGE_TYPES: dict[str, PageType] = {
    "home": home.lay_out,
    "prove": prove.lay_out,
    "change": change.lay_out,
    "improve": improve.lay_out,
    "equity": equity.lay_out,
    "variation": variation.lay_out,
    "forecast": forecast.lay_out,
    "actions": actions.lay_out,
    "outcome": outcome.lay_out,
    "places": places.lay_out,
    "place": place.lay_out,
    "partners": partners.lay_out,
    "partner": partner.lay_out,
    "programme": programme.lay_out,
    "stories": stories.lay_out,
    "story": story.lay_out,
    "indicators": indicators.lay_out,
    "indicator": indicator.lay_out,
    "pathway": pathway.lay_out,
    "learning": learning.lay_out,
    "methods": methods.lay_out,
    "corrections": corrections.lay_out,
    "data_use": data_use.lay_out,
    "accessibility": accessibility.lay_out,
}
"""Every page type, in the order of the navigation."""


def lay_out(report: Report) -> Site:
    """All pages of the report, and the figures and downloads that they link."""
    lookup = Lookup(report)
    laid = tuple(chain.from_iterable(make(lookup) for make in PAGE_TYPES.values()))
    kinds = {address.file(address.place(a.area)): a.kind for a in lookup.places}
    return Site(
        pages=unique((part for part in laid if isinstance(part, Page)), kinds),
        files=tuple(part for part in laid if isinstance(part, File)),
    )

"""Data and methods: where every number is from, how it is worked out, judged and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.indicator import Indicator
from generator.model.page import Page
from generator.model.settings import Settings
from generator.model.source import Package
from generator.model.words import FLAG_MEANINGS
from generator.wording import periods
from generator.wording.citations import attribution

from .parts import address as at
from .parts import gaps, tables, verified
from .parts.change.in_methods import in_methods
from .parts.indicator import dataset
from .parts.indicator.definitions import definitions
from .parts.known import sources
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.worded import Cited, Column, Definition, Download, Head, Link, Row, Table, Text

FINDING = "Where every number comes from, how it is worked out and judged, and what it cannot show."
STATUS = {
    "illustrative": "made up, to show what a report can look like.",
    "provisional": "published, and may still change.",
    "final": "as published. A source may still revise its numbers.",
}
# Name, how it is worked out, its margin of error, and where that is from.
METHODS: tuple[tuple[str, str, str, str], ...] = (
    ("Count", "How many there are", "None", ""),
    ("Sum", "Several counts added up", "None", ""),
    (
        "Proportion",
        "A part out of a whole, in percent",
        "Wilson’s interval",
        "Wilson EB (1927), Journal of the American Statistical Association 22, 209–212",
    ),
    (
        "Rate",
        "Events for every so many people",
        "Byar’s interval; below 10 events the exact Poisson interval",
        "Breslow NE and Day NE (1987), IARC; Garwood F (1936), Biometrika 28, 437–442",
    ),
    ("Ratio", "One count divided by another", "None", ""),
    (
        "Mean",
        "The sum of scores divided by how many there are",
        "Student’s t interval, where the spread of the scores is known",
        "Student (1908), Biometrika 6, 1–25",
    ),
    (
        "Directly standardised rate",
        "The rate had the ages, say, been as in a standard population; none below 10 events",
        "Dobson’s interval, from Byar’s limits of the events",
        "Dobson AJ and others (1991), Statistics in Medicine 10, 457–462",
    ),
    (
        "Indirectly standardised ratio or rate",
        "Events against those expected at the rates of a reference place; 100 is as expected",
        "Byar’s interval; below 10 events the exact Poisson interval",
        "Breslow NE and Day NE (1987), IARC",
    ),
    (
        "Change",
        "Of the people asked twice, the share who moved, or the mean of how far",
        "Wilson’s interval for a share, Student’s t interval for a mean",
        "As for a proportion and a mean",
    ),
    ("Published", "As the source gives it", "The source’s own, where it gives one", ""),
)


@dataclass(frozen=True)
class Entry:
    """An indicator in the list: `id` is its place in the page, `table` that of its caption."""

    id: str
    title: str
    caption: str
    table: str
    definitions: tuple[Definition, ...]
    page: Link


@dataclass(frozen=True)
class Group:
    """The indicators of one outcome."""

    id: str
    title: str
    indicators: tuple[Entry, ...]


@dataclass(frozen=True)
class Described:
    """A package in words."""

    id: str
    title: str
    description: str
    status: str
    status_words: str
    licences: tuple[Link, ...]
    sources: tuple[Cited, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `methods/`."""
    inputs, settings = lookup.report.inputs, lookup.report.settings
    limits = gaps.limits(lookup, at.METHODS)
    return (
        page(
            "methods",
            at.METHODS,
            Head(title="Data and methods", finding=FINDING, crumbs=crumbs(at.METHODS)),
            in_navigation="Data",
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            dataset=dataset.of_all(lookup),
            comparison=gaps.comparison(lookup),
            gaps=gaps.gaps(lookup),
            limits=limits,
            limits_title=f"Indicators with limits of their own ({len(limits):,})",
            methods=_methods(),
            change=in_methods(lookup),
            verified=verified.table(),
            signs=tuple(FLAG_MEANINGS.items()),
            price_year=str(settings.price_year or ""),
            disclosure=disclosure(settings, inputs.packages),
            groups=tuple(_groups(lookup)),
            downloads=_downloads(lookup),
            licence=Link(settings.licence.title, sources.web(settings.licence.url)),
            attribution=attribution(settings),
            packages=tuple(_described(package) for package in inputs.packages),
        ),
    )


def disclosure(settings: Settings, packages: tuple[Package, ...]) -> str:
    """How small numbers are kept from giving people away, by the site's rule."""
    if all(package.status == "illustrative" for package in packages):
        return "Every number on this website is made up, so none can give a person away."
    if settings.disclosure == "already_published":
        return (
            "Every value here is published elsewhere already, by the source named beside it. "
            "What a source has left out or rounded to protect people, we show as it does. "
            "We do not try to work out a value that it has hidden."
        )
    return "No rule for small numbers is stated. Ask the publisher."


def _methods() -> Table:
    rows = (
        Row(Link(name), (Text(how), Text(margin), Text(paper or "None needed")))
        for name, how, margin, paper in METHODS
    )
    return tables.table(
        "methods-table",
        "Methods and their margins of error, from plain counts to published values",
        (Column("Method"), Column("Worked out as"), Column("Margin of error"), Column("Paper")),
        rows,
        ledger=True,
        hide_caption=True,
    )


def _groups(lookup: Lookup) -> Iterator[Group]:
    titles = [(str(outcome.id), outcome.title) for outcome in lookup.outcomes]
    for id, title in (*titles, ("", "Other indicators")):
        if found := lookup.by_outcome.get(id):
            entries = tuple(_entry(lookup, indicator) for indicator in found)
            yield Group(f"of-{id or 'none'}", title, entries)


def _entry(lookup: Lookup, indicator: Indicator) -> Entry:
    standing = Standing(lookup, indicator, lookup.main_area)
    places = Definition("Places", (places_covered(lookup, indicator),))
    address = at.link(at.METHODS, at.indicator(indicator.id))
    return Entry(
        id=f"indicator-{indicator.id}",
        title=indicator.title,
        caption=f"What stands behind “{indicator.title}”",
        table=f"definitions-{indicator.id}",
        definitions=(*definitions(standing, at.METHODS), places),
        page=Link(f"{indicator.title}: numbers, charts and working", address),
    )


def places_covered(lookup: Lookup, indicator: Indicator) -> str:
    """How many places have values, by kind: "Birmingham, 69 places in it, 12 others"."""
    rows = lookup.results(indicator.id)
    codes = {str(code) for code in rows.loc[rows["value"].notna(), "area"].unique()}
    main = lookup.main_area
    inside = codes.intersection(lookup.within.get(main, ()))
    others = codes - inside - {main}
    said = [lookup.area_name(main)] if main in codes else []
    said += [f"{len(inside):,} in {lookup.area_name(main)}"] if inside else []
    said += [f"{len(others):,} other{'s' if len(others) > 1 else ''}"] if others else []
    return ", ".join(said) or "None"


def _downloads(lookup: Lookup) -> tuple[Download, ...]:
    report = lookup.report
    named = (
        ("All results", "results.csv", f"CSV, {len(report.results):,} rows"),
        ("All findings and verdicts", "readings.csv", f"CSV, {len(report.readings):,} rows"),
        *_of_people(len(report.worked.moved)),
        ("What the tables mean", "datapackage.json", "Data Package, JSON"),
        ("All files with their rows and checksums", "index.json", "JSON"),
    )
    return tuple(
        Download(title, at.link(at.METHODS, f"data/{file}"), kind) for title, file, kind in named
    )


def _of_people(rows: int) -> tuple[tuple[str, str, str], ...]:
    """The file of change in people, where there is one."""
    return (("All change in people", "changes.csv", f"CSV, {rows:,} rows"),) if rows else ()


def _described(package: Package) -> Described:
    return Described(
        id=f"package-{at.safe(package.id)}",
        title=package.title,
        description=package.description,
        status=package.status.capitalize(),
        status_words=STATUS[package.status],
        licences=tuple(Link(one.title, sources.web(one.url)) for one in package.licences),
        sources=tuple(
            Cited(
                Link(one.title, sources.web(one.url)),
                one.publisher,
                periods.day(one.released) if one.released else "",
            )
            for one in package.sources
        ),
    )

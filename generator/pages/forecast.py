"""The forecast page: where each indicator is heading if its recent pattern continues."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.page import Page
from generator.readings.improve.forecast import SECTION
from generator.wording import forecasts, periods
from generator.wording.findings import target_words
from generator.wording.names import in_words
from generator.wording.numbers import Manner

from .parts import address as at
from .parts import charted, rows
from .parts.improve.forecast import in_people, outlook, read
from .parts.improve.forecast_fan import PATTERN, upper_end
from .parts.known.cells import Reading
from .parts.known.lookup import Lookup
from .parts.known.outlook import Outlook
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.shapes import verdict
from .parts.tables import MOST_ROWS, table
from .parts.worded import Column, Definition, Head, Link, Reasoned, Row, Table, Text

UNLIKELY_FIRST = ("unlikely to meet target", "could go either way", "likely to meet target")
JUDGED = (
    *(Column("Indicator"), Column("Verdict"), Column("Latest", numeric=True)),
    *(Column("Most likely", numeric=True), Column("Target", numeric=True)),
    Column("So far"),
)
UNJUDGED = (
    *(Column("Indicator"), Column("Latest", numeric=True)),
    *(Column("Most likely", numeric=True), Column("Why no verdict")),
)
MEANINGS = (
    Definition("Likely, unlikely", (forecasts.RULE,)),
    Definition("Most likely", (f"{forecasts.BANDS} {forecasts.NARROW}",)),
    Definition("How the model is chosen", (forecasts.CHOOSING,)),
    Definition("How far ahead", (forecasts.HOW_FAR,)),
)


@dataclass(frozen=True)
class Known:
    """An indicator with its reading and, where there is one, its forecast."""

    standing: Standing
    reading: Reading
    outlook: Outlook | None


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/forecast/`; none where no indicator has a forecast."""
    every = (Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered)
    known = [Known(s, found, outlook(s)) for s in every if (found := read(s))]
    order = {word: place for place, word in enumerate(UNLIKELY_FIRST)}
    judged = [one for one in known if one.reading.verdict in order and one.outlook]
    judged.sort(key=lambda one: order[one.reading.verdict])
    others = [one for one in known if one.outlook and one not in judged]
    silent = [one for one in known if not one.outlook]
    if not judged and not others:
        return ()
    head = Head(
        title=PATTERN,
        finding=_finding(judged, len(others), lookup.area_name(lookup.main_area)),
        crumbs=crumbs(at.FORECAST),
        half="improve",
    )
    return (
        page(
            "forecast",
            at.FORECAST,
            head,
            data_period=lookup.span(one.standing.indicator for one in (*judged, *others)),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            in_navigation="Forecast",
            section="Improve",
            title="Forecast: if the recent pattern continues",
            judged=_judged(judged) if judged else None,
            unjudged=_unjudged(others) if others else None,
            unjudged_title=f"Show {_counted(len(others))} with a forecast" if judged else "",
            without=tuple(_without(silent)),
            without_title=f"Show {_counted(len(silent))} without a forecast",
            meanings=MEANINGS,
            how_we_judge=Link("How we judge", at.link(at.FORECAST, at.JUDGING)),
        ),
    )


def _finding(judged: list[Known], others: int, place: str) -> str:
    if not judged:
        return f"No forecast for {place} reaches the date of a target. {_counted(others)} have one."
    counts = Counter(one.reading.verdict for one in judged)
    said = [f"{counts[word]:,} {word}" for word in UNLIKELY_FIRST if counts[word]]
    whole = _counted(len(judged))
    return (
        f"For {whole} in {place} a forecast reaches the target’s date. "
        f"If the recent pattern continues: {', '.join(said)}."
    )


def _counted(number: int) -> str:
    return f"{in_words(number)} {'indicator' if number == 1 else 'indicators'}"


def _judged(found: list[Known]) -> Table:
    made = []
    for one in found[:MOST_ROWS]:
        look = verdict(one.reading.verdict)
        drawn = charted.spark(one.standing, look.tone)
        made.append(
            Row(
                _head(one),
                (
                    Reasoned(look, in_people(one.standing, one.outlook)),
                    rows.latest(one.standing),
                    _likely(one),
                    _target(one),
                    drawn or Text("–"),
                ),
                note=one.standing.unit_words,
            )
        )
    caption = "Indicators whose forecast reaches the date of their target, unlikely first"
    return table("judged-table", caption, JUDGED, made, dense=True, hide_caption=True)


def _unjudged(found: list[Known]) -> Table:
    made = (
        Row(
            _head(one),
            (rows.latest(one.standing), _likely(one), _why(one)),
            note=one.standing.unit_words,
        )
        for one in found[:MOST_ROWS]
    )
    caption = "Other indicators with a forecast, in the order of the pathway"
    return table("unjudged-table", caption, UNJUDGED, made, dense=True, hide_caption=True)


def _why(one: Known) -> Text:
    """Why there is no verdict, and what the forecast means in people."""
    return Text(one.reading.reason or "–", in_people(one.standing, one.outlook))


def _head(one: Known) -> Link:
    address = f"{at.indicator(one.standing.indicator.id)}#{SECTION}"
    return Link(one.standing.indicator.title, at.link(at.FORECAST, address))


def _likely(one: Known) -> Text:
    """The 80% band of the last step, with its period."""
    assert one.outlook is not None
    last, manner = one.outlook.steps[-1], one.standing.manner
    when = periods.short(last.period)
    lower, upper = last.ends[:2]
    if lower != lower or manner.bare(lower) == manner.bare(upper):
        return Text(one.standing.shown(last.value), when)
    least = manner.bare(lower) if manner.sign == "%" else one.standing.shown(lower)
    return Text(f"{least} to {one.standing.shown(upper)}", when)


def _target(one: Known) -> Text:
    standing, reading = one.standing, one.reading
    upper = upper_end(standing, reading)
    kind, to = ("reach", 0.0) if upper is None else ("within", upper)
    goal = reading.reference_value or 0.0
    alone = Manner(standing.manner.sign, standing.manner.decimals)
    said = target_words(alone, kind, goal, to, standing.indicator.direction)
    return Text(said, f"by {standing.short_period(reading.reference_period)}")


def _without(silent: list[Known]) -> list[Definition]:
    """Those without a forecast under the reason that they share."""
    by_reason: dict[str, list[str]] = {}
    for one in silent:
        by_reason.setdefault(one.reading.reason, []).append(one.standing.indicator.title)
    return [Definition(reason, (f"{'; '.join(titles)}.",)) for reason, titles in by_reason.items()]

"""What partners report as tables: by what it tells of, each number with its change and target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.words import Kind
from generator.wording import names

from .. import address as at
from .. import facts, rows, sentences
from ..charted import spark
from ..known.standing import Standing
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Cell, Column, Link, Reasoned, Row, Table, Text
from .arrivals import Arrivals, in_period
from .returns import Reported

KINDS: dict[str, tuple[Kind, ...]] = {
    "Who was reached": ("reach",),
    "What was done": ("standardised_output", "provider_output"),
    "What it was like": ("experience",),
    "What changed for people": ("primary_outcome",),
    "What stands around it": ("context",),
}
"""What partners' numbers tell of, by the kinds of indicators: reach, quality, better off."""

MOST_NAMED = 3
ALL_PROGRAMMES = "All its programmes"


@dataclass(frozen=True)
class Part:
    """The numbers of one kind under a heading; `folded`: those behind them, and how many."""

    id: str
    title: str
    table: Table
    folded: Table | None = None
    summary: str = ""


def parts(
    name: str, columns: tuple[Column, ...], listed: Iterable[tuple[Kind, Row, bool]]
) -> Iterator[Part]:
    """A table for each kind of indicator that has a row; the rows in the order given.

    A row that only parts a number above it by programme is folded away.
    """
    found = list(listed)[:MOST_ROWS]
    for title, kinds in KINDS.items():
        own = [(row, is_part) for kind, row, is_part in found if kind in kinds]
        if not own:
            continue
        id = title.lower().replace(" ", "-")
        caption = f"{title}: {name}, in the order of the pathway"
        made = [
            table(f"{id}-table", caption, columns, kept, ledger=True, hide_caption=True)
            for kept, id, caption in (
                ([row for row, is_part in own if not is_part], id, caption),
                (
                    [row for row, is_part in own if is_part],
                    f"{id}-parts",
                    f"{caption}, by programme",
                ),
            )
            if kept
        ]
        behind = sum(is_part for _, is_part in own)
        summary = f"By programme: {behind:,} {'row' if behind == 1 else 'rows'}"
        yield Part(id, title, made[0], made[1] if len(made) > 1 else None, summary)


OF_PARTNER = (
    Column("Indicator"),
    Column("Latest", numeric=True, big=True),
    Column("Change", numeric=True),
    Column("Own target", numeric=True),
    Column("Whole programme", numeric=True),
    Column("Verdict"),
    Column("Over time"),
)


def of_partner(reported: Reported, page: str) -> Row:
    """An indicator as one partner reports it, beside the whole of its programme."""
    standing = reported.own
    return Row(
        head=_head(standing, page),
        note=_note(standing, _under(reported)),
        cells=(
            _latest(standing),
            *_change_and_target(standing),
            _whole(reported),
            *_verdict_and_spark(standing),
        ),
    )


OF_PROGRAMME = (
    Column("Indicator"),
    Column("Latest", numeric=True, big=True),
    Column("Change", numeric=True),
    Column("Target", numeric=True),
    Column("Reported by"),
    Column("Verdict"),
    Column("Over time"),
)


def of_programme(arrivals: Arrivals, standing: Standing, page: str) -> Row:
    """An indicator over all partners in a programme, with how many of them reported."""
    return Row(
        head=_head(standing, page),
        note=_note(standing),
        cells=(
            _latest(standing),
            *_change_and_target(standing),
            _reported(arrivals, standing),
            *_verdict_and_spark(standing),
        ),
    )


def _head(standing: Standing, page: str) -> Link:
    indicator = standing.indicator
    return Link(indicator.title, at.link(page, at.indicator(indicator.id)))


def _note(standing: Standing, programme: str = "") -> str:
    elsewhere = standing.area != standing.lookup.main_area
    noted = (
        programme,
        standing.lookup.area_name(standing.area) if elsewhere else "",
        standing.unit_words,
    )
    return ", ".join(filter(None, noted))


def _under(reported: Reported) -> str:
    inputs = reported.own.lookup.report.inputs
    return names.part("", reported.programme, "", inputs) or ALL_PROGRAMMES


def _latest(standing: Standing) -> Text:
    shown, result = rows.latest(standing), standing.latest
    if result is None or result.base is None:
        return shown
    return Text(shown.text, f"{shown.note}, {result.base:,.0f} people or answers")


def _change_and_target(standing: Standing) -> Iterator[Text]:
    change, since = facts.change(standing), standing.since
    when = standing.short_period(since.reference_period) if since else ""
    known = since is not None and since.difference is not None
    interval = facts.change_interval(standing)
    noted = (f"since {when}" if known else "", f"({interval})" if interval else "")
    yield Text(change.value, " ".join(filter(None, noted)))
    target, towards = facts.target(standing), standing.towards
    by = standing.short_period(towards.reference_period) if towards else ""
    yield Text(target.value, "" if target.value == facts.NONE_SET else f"by {by}")


def _verdict_and_spark(standing: Standing) -> Iterator[Cell]:
    yield Reasoned(verdict(standing.verdict), sentences.reason(standing))
    yield spark(standing, "flat", 96, 36) or Text("One value")


def _whole(reported: Reported) -> Text:
    """The programme's value for the same period as the partner's latest."""
    latest, every = reported.own.latest, reported.whole
    result = in_period(every, latest.period) if latest else None
    if result is None or result.value is None:
        return Text("No total")
    counted = f"from {result.reported_by} partners" if result.reported_by else ""
    return Text(every.shown(result.value), counted)


def _reported(arrivals: Arrivals, standing: Standing) -> Text:
    """ "11 of 15 partners", and who is not in it."""
    silent = arrivals.silent(standing)
    due = len(arrivals.reporters(standing))
    if not due:
        return Text("One for all")
    named = ", ".join(partner.name for partner in silent)
    missing = named if len(silent) <= MOST_NAMED else f"{names.in_words(len(silent))} partners"
    said = standing.latest.reported_by if standing.latest else ""
    counted = said or f"{due - len(silent)} of {due}"
    return Text(f"{counted} partners", f"not in it: {missing}" if silent else "")

"""An indicator stage by stage: what came to each, now and a year before, and by partner."""

from __future__ import annotations

from collections.abc import Iterator

from generator import charts
from generator.model.change_frames import STAGES
from generator.model.page import File
from generator.wording import names

from .. import address as at
from .. import downloads
from ..charted import titled
from ..columns_file import frame_file
from ..figures import Drawn, drawn
from ..improve.made import Made
from ..known import cells
from ..known.cells import Staged
from ..known.in_stages import InStages, in_stages
from ..known.sources import cited
from ..known.standing import Standing
from ..tables import MOST_ROWS, table
from ..worded import Column, Download, Link, Row, Table, Text
from .indicator_tables import Part

TITLE = "Stage by stage"
A_YEAR_BEFORE = "Compare with a year before"
COLUMNS = tuple(name for name in STAGES if name != "indicator")


def stage_by_stage(standing: Standing, page: str) -> Made:
    """The stages of everyone, then of each partner; nothing where there are none."""
    found = in_stages(standing)
    if found is None:
        return Made()
    figure = _figure(found, page)
    every = _every(standing)
    whole = Part(
        "stages",
        TITLE,
        lead=" ".join(filter(None, (found.finding, found.basis))),
        figure=figure.figure,
        table=_table(found) if found.then else None,
        folded_table=A_YEAR_BEFORE,
        download=Download(
            "All stages of this indicator",
            at.link(page, every.path),
            f"CSV, {downloads.size(every)}",
        ),
    )
    return Made((whole, *_by_partner(found, page)), (*figure.files, every))


def _figure(found: InStages, page: str) -> Drawn:
    standing = found.standing
    period = standing.period(found.period)
    chart = charts.Stages(of=found.lower_title(found.first) if found.shared else "")(
        charts.About(
            id="in-stages",
            title=_title(found),
            subtitle=", ".join((standing.indicator.title, standing.place, period)),
            measure=f"{standing.indicator.title}, stage by stage",
            notes=tuple(filter(None, (found.why_no_shares,))),
        ),
        tuple(_stage(found, name) for name in found.names),
    )
    sources = cited(standing.lookup, standing.indicator, standing.span)
    return drawn(chart, page, sources, standing.status, standing.marked)


def _title(found: InStages) -> str:
    last, now = found.title(found.last), found.now[found.last]
    if share := found.share(now):
        first = found.lower_title(found.first)
        return titled(f"{last}: {share} of every 100 {first}", f"{share} of every 100", TITLE)
    value = found.shown(now.value or 0.0)
    when = found.standing.within(found.period)
    return titled(f"{last}: {value} {when}", f"{last}: {value}", TITLE)


def _stage(found: InStages, name: str) -> charts.Stage:
    stage = found.now.get(name)
    if stage is None:
        return charts.Stage(found.title(name), charts.NO_VALUE, code=name)
    text = "" if stage.value is None else found.shown(stage.value)
    share = charts.Value(stage.share, found.share(stage)) if stage.share is not None else None
    return charts.Stage(
        found.title(name),
        charts.Value(stage.value, text, flags=stage.flags),
        charts.NO_VALUE if share is None or name == found.first else share,
        name,
    )


def _table(found: InStages) -> Table:
    """A row a stage, with the period a year before beside the latest."""
    standing = found.standing
    periods = (found.now, found.then)
    when = [standing.period(next(iter(each.values())).period) for each in periods]
    columns = (Column("Stage"), *(Column(each, numeric=True) for each in when))
    made = (
        Row(
            Link(found.title(name)),
            tuple(_number(found, each.get(name), name != found.first) for each in periods),
        )
        for name in found.names
    )
    caption = f"{standing.indicator.title}, stage by stage, {when[0]} and a year before"
    return table("stages-table", caption, columns, made)


def _number(found: InStages, stage: Staged | None, with_share: bool = True) -> Text:
    """The count with its flags, and under it its share of the first stage."""
    if stage is None:
        return Text("[x]")
    flags = " ".join(f"[{flag}]" for flag in stage.flags)
    value = "" if stage.value is None else found.shown(stage.value)
    share = found.share(stage) if with_share else ""
    return Text(" ".join(filter(None, (value, flags))) or "[x]", f"{share}%" if share else "")


def _by_partner(found: InStages, page: str) -> Iterator[Part]:
    """A row a partner in the latest period, by name; one whose programmes do not add up has a row
    for each."""
    rows, standing = found.rows, found.standing
    own = rows[(rows["organisation"] != "") & (rows["period"] == found.period)]
    added_up = own.loc[own["programme"] == "", "organisation"].unique()
    own = own[(own["programme"] == "") | ~own["organisation"].isin(added_up)]
    by: dict[tuple[str, str], dict[str, Staged]] = {}
    for stage in cells.staged(own):
        by.setdefault((stage.organisation, stage.programme), {})[stage.metric] = stage
    if not by:
        return
    inputs = standing.lookup.report.inputs
    known = {str(id) for id in inputs.organisations}

    def named(id: str) -> Link:
        href = at.link(page, at.partner(id)) if id in known else ""
        return Link(names.part(id, "", "", inputs), href)

    listed = sorted(by, key=lambda cell: (named(cell[0]).text.casefold(), *cell))
    made = (
        Row(
            named(cell[0]),
            tuple(_number(found, by[cell].get(name), name != found.first) for name in found.names),
            note=names.part("", cell[1], "", inputs),
        )
        for cell in listed[:MOST_ROWS]
    )
    columns = [Column("Partner"), *(Column(found.title(name), True) for name in found.names)]
    caption = f"{standing.indicator.title}, stage by stage, {standing.period(found.period)}"
    yield Part(
        "stages-by-partner",
        f"{TITLE}, by partner",
        lead=f"By name, {standing.within(found.period)}.",
        table=table("stages-by-partner-table", f"{caption}, partners by name", columns, made),
        folded=f"Show {names.in_words(len(listed))} partners",
    )


def _every(standing: Standing) -> File:
    id = standing.indicator.id
    rows = standing.lookup.worked.stages(id)[list(COLUMNS)]
    path = f"data/charts/indicators-{id}--stages.csv"
    return frame_file(path, rows, status=standing.lookup.status(id))

"""Stages in order: a bar from 0 for the count of each, and its share of the first where known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.axes import count_axis
from generator.charts.chart import Axis, Cell, Chart, Column, Download, Table, TableRow, Tick
from generator.charts.inputs import About
from generator.charts.inputs_change import Stage
from generator.charts.marks import Bar, Label, Mark
from generator.charts.tables import NOT_APPLICABLE, cell
from generator.model.words import FLAG_MEANINGS

NOT_PUBLISHED = "not published"


@dataclass(frozen=True)
class Stages:
    """`heading` heads the names of the stages, `counted` their counts (`Needs`).

    `of` says what shares are of, in the plural (`needs presented`); '' where no stage has one.
    """

    heading: str = "Stage"
    counted: str = "Number"
    of: str = ""

    def __call__(self, about: About, stages: tuple[Stage, ...]) -> Chart:
        """The chart of these stages in the order given. ValueError for none, or for shares of
        nothing."""
        if not stages:
            raise ValueError(f"chart {about.id}: it has no stages")
        shared = any(stage.of_100.value is not None for stage in stages)
        if shared and not self.of:
            raise ValueError(f"chart {about.id}: stages have shares, but of is ''")
        rows = [(float(place), stage) for place, stage in enumerate(stages)]
        counts = [stage.count.value for stage in stages if stage.count.value is not None]
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Bar chart of stages in order: {about.measure}",
            description=about.description or self._description(stages),
            x=count_axis(counts, wide=340.0, narrow=250.0),
            y=Axis(
                "rows",
                -0.5,
                len(stages) - 0.5,
                tuple(Tick(y, stage.name) for y, stage in rows),
            ),
            marks=tuple(mark for y, stage in rows for mark in self._row(y, stage)),
            table=self._table(about.measure, stages, shared),
            download=_download(stages),
            notes=(*about.notes, *self._notes(stages, shared)),
        )

    def _row(self, y: float, stage: Stage) -> list[Mark]:
        count, share = stage.count, stage.of_100
        said = _count(stage)
        marks: list[Mark] = [Label("row", stage.name, None, y)]
        if count.value is not None:
            says = (stage.name, said, *self._of_100(stage))
            marks.append(Bar(stage.name, "subject", y, 0.0, count.value, says, thick=True))
        marks.append(Label("value", said, None, y, bold=count.value is not None))
        if share.value is not None:
            marks.append(Label("under", f"{share.text} of 100", None, y))
        return marks

    def _of_100(self, stage: Stage) -> tuple[str, ...]:
        share = stage.of_100
        return () if share.value is None else (f"{share.text} of 100 {self.of}",)

    def _description(self, stages: tuple[Stage, ...]) -> str:
        """Every stage with its count and its share: they are few, and their order is the point."""
        said = (
            f"{stage.name}: {', '.join((_count(stage), *self._of_100(stage)))}." for stage in stages
        )
        return " ".join((f"Stages in order: {len(stages)}.", *said))

    def _table(self, caption: str, stages: tuple[Stage, ...], shared: bool) -> Table:
        columns = [Column(self.heading, False), Column(self.counted, True)]
        columns += [Column(f"Of 100 {self.of}", True)] * shared
        return Table(
            caption,
            tuple(columns),
            tuple(
                TableRow(
                    (Cell(stage.name), cell(stage.count), *(_share(stage),) * shared),
                )
                for stage in stages
            ),
        )

    def _notes(self, stages: tuple[Stage, ...], shared: bool) -> list[str]:
        said = [f"“Of 100” is of every 100 {self.of}."] if shared else []
        missing = [stage.name for stage in stages if stage.count.value is None]
        if missing:
            said.append(f"Not published: {', '.join(missing)}.")
        flags = {flag: None for stage in stages for flag in stage.count.flags}
        if flags:
            said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
        return said


def _count(stage: Stage) -> str:
    """The count as the picture says it: with its flags, or in words where there is none."""
    missing = stage.count.value is None and not stage.count.flags
    return NOT_PUBLISHED if missing else cell(stage.count).text


def _share(stage: Stage) -> Cell:
    return NOT_APPLICABLE if stage.of_100.value is None else cell(stage.of_100)


def _download(stages: tuple[Stage, ...]) -> Download:
    return Download(
        ("name", "code", "kind", "value", "of_100", "flag"),
        tuple(
            (
                stage.name,
                stage.code,
                "stage",
                stage.count.value,
                stage.of_100.value,
                " ".join(stage.count.flags),
            )
            for stage in stages
        ),
    )

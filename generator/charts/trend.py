"""Change over time: one subject with its interval, up to three comparators, baseline, targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.charts.axes import starts_at_zero, time_axis, value_axis, with_unit
from generator.charts.chart import (
    MOST_SERIES,
    Axis,
    Band,
    Chart,
    Dot,
    Label,
    Line,
    Mark,
    Role,
    Rule,
    Shape,
    Spot,
)
from generator.charts.gaps import split
from generator.charts.inputs import CARE, About, Baseline, Break, Point, Series, Target
from generator.charts.tables import download_over_time, over_time, worded
from generator.charts.trend_words import description, notes

_ENDS: tuple[Shape, ...] = ("disc", "square", "diamond")


@dataclass(frozen=True)
class Trend:
    """A line chart. `unit` is `%`, `£` or nothing; `confidence` names the intervals."""

    unit: str = ""
    confidence: str = "95%"

    def __call__(
        self,
        about: About,
        subject: Series,
        comparators: tuple[Series, ...] = (),
        baseline: Baseline | None = None,
        targets: tuple[Target, ...] = (),
        breaks: tuple[Break, ...] = (),
    ) -> Chart:
        """The chart of these rows. Raises ValueError for more than three comparators."""
        series = (subject, *comparators)
        if len(series) > MOST_SERIES:
            raise ValueError(f"chart {about.id}: {len(series)} series, {MOST_SERIES} at most")
        if len({one.name for one in series}) < len(series):
            raise ValueError(f"chart {about.id}: two series have one name")
        drawn = _numbers(series, baseline, targets)
        zero = not drawn or starts_at_zero(drawn)
        y = value_axis(drawn, self.unit, zero)
        x = _time(series, baseline, targets)
        last = max((point.end for one in series for point in one.points), default=date.min)
        marks: list[Mark] = []
        if baseline:
            marks += _baseline(baseline, self.unit)
        for cut in breaks:
            day = float(cut.at.toordinal())
            if x.low < day < x.high:
                marks.append(Rule("break", "comparator", day, None, day, None))
                marks.append(Label("top", f"Break in series {cut.label}", day, None))
        marks += _missing(subject, y.low)
        marks += _subject_band(subject, breaks, self.confidence)
        for order, one in reversed(list(enumerate(comparators))):
            marks += self._line(one, "comparator", order, breaks, last)
        marks += self._line(subject, "subject", 0, breaks, last)
        for target in targets:
            marks += self._target(target, baseline, x)
        if not drawn:
            middle = (x.low + x.high) / 2
            marks.append(Label("inside", "No values to show", middle, 0.5))
        said = notes(series, breaks, self.confidence, zero or not drawn)
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Line chart{' with interval' if _bounded(subject) else ''}: {about.measure}",
            description=about.description
            or description(series, baseline, targets, breaks, self.unit, self.confidence),
            x=x,
            y=y,
            marks=tuple(marks),
            table=over_time(about.measure, self.unit, series, baseline, targets),
            download=download_over_time(series, baseline, targets),
            notes=(*about.notes, *said),
        )

    def _line(
        self, one: Series, role: Role, order: int, breaks: tuple[Break, ...], last: date
    ) -> list[Mark]:
        """A series' line, dots where it stands alone or is uncertain, and a label at its end."""
        pieces = split(one.points, breaks)
        spots: list[Spot] = []
        marks: list[Mark] = []
        for place, piece in enumerate(pieces):
            if spots:
                spots.append(Spot(spots[-1].x, None))
            spots += [self._spot(one, point) for point in piece]
            if len(piece) == 1 and place < len(pieces) - 1:
                marks.append(_dot(one, piece[0], role, "disc", ()))
        known = [point for piece in pieces for point in piece]
        marks.insert(0, Line(one.name, role, tuple(spots), order))
        marks += [
            _dot(one, point, role, "hollow", ())
            for point in known[:-1]
            if set(point.value.flags) & set(CARE)
        ]
        if not known:
            return []
        end = known[-1]
        care = bool(set(end.value.flags) & set(CARE))
        marks.append(_dot(one, end, role, "hollow" if care else _ENDS[order], ()))
        said = with_unit(end.value.text, self.unit)
        when = "" if end.end == last else f" ({end.label})"
        marks.append(
            Label(
                "end",
                f"{one.name} {said}{when}",
                float(end.end.toordinal()),
                end.value.value,
                role,
                short=end.value.text,
                name=one.name,
                bold=role == "subject",
            )
        )
        return marks

    def _spot(self, one: Series, point: Point) -> Spot:
        said = f"{point.label}: {worded(point.value, self.unit, self.confidence)}"
        return Spot(float(point.end.toordinal()), point.value.value, (one.name, said))

    def _target(self, target: Target, baseline: Baseline | None, x: Axis) -> list[Mark]:
        """A dashed line from the baseline to the target's day, an open square there, a label."""
        start = float(baseline.at.toordinal()) if baseline else None
        end = float(target.at.toordinal()) if target.at else None
        if start is not None and end is not None and end <= start:
            start = None
        said = with_unit(target.text, self.unit)
        marks: list[Mark] = [
            Rule("target", "aim", start, level, end, level)
            for level in (target.value, target.upper)
            if level is not None
        ]
        if end is not None:
            says = (target.label, said)
            marks.append(Dot(target.label, "aim", "square", end, target.value, says))
        level = target.value if target.upper is None else (target.value + target.upper) / 2
        text = f"{target.label}: {said}"
        marks.append(Label("end", text, end, level, "aim", short=target.text, name=target.label))
        return marks


def _bounded(one: Series) -> bool:
    return any(point.value.has_interval for point in one.points)


def _numbers(
    series: tuple[Series, ...], baseline: Baseline | None, targets: tuple[Target, ...]
) -> list[float]:
    """Every number that the value axis must hold; intervals are drawn for the subject alone."""
    found = [point.value.value for one in series for point in one.points]
    for point in series[0].points:
        found += [point.value.lower, point.value.upper] if point.value.has_interval else []
    found += [baseline.value] if baseline else []
    found += [level for target in targets for level in (target.value, target.upper)]
    return [number for number in found if number is not None]


def _time(
    series: tuple[Series, ...], baseline: Baseline | None, targets: tuple[Target, ...]
) -> Axis:
    periods: dict[int, str] = {
        target.at.toordinal(): target.period or str(target.at.year)
        for target in targets
        if target.at
    }
    if baseline:
        periods[baseline.at.toordinal()] = baseline.label
    for one in reversed(series):
        for point in one.points:
            periods[point.end.toordinal()] = point.short or point.label
    return time_axis(periods, wide=400.0, narrow=260.0)


def _baseline(baseline: Baseline, unit: str) -> list[Mark]:
    day = float(baseline.at.toordinal())
    said = with_unit(baseline.text, unit)
    return [
        Rule("baseline", "subject", day, None, day, None),
        Dot("Baseline", "subject", "ring", day, baseline.value, ("Baseline", baseline.label, said)),
        Label("top", f"Baseline {baseline.label}: {said}", day, None, bold=True),
    ]


def _missing(subject: Series, low: float) -> list[Mark]:
    """A word at the foot of each gap in the subject's line."""
    known = [place for place, point in enumerate(subject.points) if point.value.value is not None]
    marks: list[Mark] = []
    for before, after in pairwise(known):
        gap = subject.points[before + 1 : after]
        if gap:
            said = f"No data {gap[0].label}" if len(gap) == 1 else "No data"
            ends = subject.points[before].end, subject.points[after].end
            middle = sum(day.toordinal() for day in ends) / 2
            marks.append(Label("inside", said, middle, low))
    return marks


def _subject_band(subject: Series, breaks: tuple[Break, ...], confidence: str) -> list[Mark]:
    """The band along the subject's line; an upright stroke where a period stands alone."""
    if not _bounded(subject):
        return []
    points: list[tuple[float, float | None, float | None]] = []
    marks: list[Mark] = []
    for piece in split(subject.points, breaks):
        for point in piece:
            x, value = float(point.end.toordinal()), point.value
            bounds = (value.lower, value.upper) if value.has_interval else (None, None)
            points.append((x, *bounds))
            if len(piece) == 1 and value.has_interval:
                marks.append(Rule("interval", "subject", x, value.lower, x, value.upper))
        if piece:
            points.append((float(piece[-1].end.toordinal()), None, None))
    marks.insert(0, Band(subject.name, tuple(points)))
    if any(point.value.has_interval for point in subject.points):
        marks.append(Label("inside", f"Shaded: {confidence} interval", None, None))
    return marks


def _dot(one: Series, point: Point, role: Role, shape: Shape, says: tuple[str, ...]) -> Dot:
    return Dot(one.name, role, shape, float(point.end.toordinal()), point.value.value or 0.0, says)

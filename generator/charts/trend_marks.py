"""The marks of a line chart, one function a thing that can be seen."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from generator.charts.axes import with_unit
from generator.charts.gaps import split
from generator.charts.inputs import CARE, Baseline, Break, Point, Series, Target
from generator.charts.marks import Band, Dot, Label, Line, Mark, Role, Rule, Shape, Spot
from generator.charts.tables import worded

_ENDS: tuple[Shape, ...] = ("disc", "square", "diamond")


def line(
    one: Series,
    role: Role,
    order: int,
    breaks: tuple[Break, ...],
    last: date,
    unit: str,
    confidence: str,
) -> list[Mark]:
    """A series' line, dots where it stands alone or is uncertain, and a label at its end."""
    pieces = split(one.points, breaks)
    spots: list[Spot] = []
    marks: list[Mark] = []
    for place, piece in enumerate(pieces):
        if spots:
            spots.append(Spot(spots[-1].x, None))
        spots += [_spot(one, point, unit, confidence) for point in piece]
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
    said = with_unit(end.value.text, unit)
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


def _spot(one: Series, point: Point, unit: str, confidence: str) -> Spot:
    said = f"{point.label}: {worded(point.value, unit, confidence)}"
    return Spot(float(point.end.toordinal()), point.value.value, (one.name, said))


def target_marks(target: Target, baseline: Baseline | None, unit: str) -> list[Mark]:
    """A dashed line from the baseline to the target's day, an open square there, a label."""
    start = float(baseline.at.toordinal()) if baseline else None
    end = float(target.at.toordinal()) if target.at else None
    if start is not None and end is not None and end <= start:
        start = None
    said = with_unit(target.text, unit)
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


def baseline_marks(baseline: Baseline, unit: str) -> list[Mark]:
    """An open ring at the baseline, and an upright rule with its words."""
    day = float(baseline.at.toordinal())
    said = with_unit(baseline.text, unit)
    return [
        Rule("baseline", "subject", day, None, day, None),
        Dot("Baseline", "subject", "ring", day, baseline.value, ("Baseline", baseline.label, said)),
        Label("top", f"Baseline {baseline.label}: {said}", day, None, bold=True),
    ]


def break_marks(one: Break) -> list[Mark]:
    """An upright dotted rule where values stop being comparable."""
    day = float(one.at.toordinal())
    return [
        Rule("break", "comparator", day, None, day, None),
        Label("top", f"Break in series {one.label}", day, None),
    ]


def missing(subject: Series, low: float) -> list[Mark]:
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


def subject_band(subject: Series, breaks: tuple[Break, ...], confidence: str) -> list[Mark]:
    """The band along the subject's line; an upright stroke where a period stands alone."""
    if not bounded(subject):
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


def bounded(one: Series) -> bool:
    """Whether any point has an interval."""
    return any(point.value.has_interval for point in one.points)

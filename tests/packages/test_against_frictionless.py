"""Our verdict on a table is frictionless's or stricter, on whatever file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import frictionless
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import Problem
from generator.model.metric import Breakdown, Category, Id
from generator.packages import header, schema, tables

SEX = Breakdown(Id("sex"), "Sex", "people", categories={Id("female"): Category(Id("female"), "F")})
ODD = [
    "",
    " ",
    "a",
    "a,b",
    '"',
    '""',
    "é",
    "\n",
    "NA",
    "1,2",
    "nan",
    "INF",
    "1_000",
    " 7 ",
    "٣",
    "x y",
]
CELLS = {
    "metric": ["asked", "lonely", "As ked"],
    "period": ["2024/25", "2024"],
    "area": ["E1", "0012"],
    "value": ["1", "2.5", "-3", "1e5", "01", "5."],
    "base": ["10", "-1"],
    "sex": ["female", "male"],
    "comment": ["fine", "a\nb", 'say "yes"'],
    "name": ["Hall", "Ward"],
    "population": ["100", "-4"],
    "page": ["yes", "no", "true"],
    "valid_from": ["2024-01-31", "2024-1-1", "31/01/2024"],
    "published": ["2024-02-30", "2024-02-01"],
    "indicator": ["loneliness"],
    "kind": ["revised", "corrected", "wrong"],
    "reason": ["Late data"],
    "id": ["bus", "tram", "Bus"],
    "due": ["2024-02-30", "2026-02-01"],
    "status": ["done", "to_do", "Done"],
    "about": ["loneliness", "a b"],
}
TABLES = {
    "metrics": ["metric", "period", "area", "sex", "value", "base", "comment"],
    "areas": ["area", "name", "population", "page", "valid_from"],
    "corrections": ["published", "indicator", "period", "area", "kind", "reason"],
    "learning": ["id", "due", "status", "about"],
}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A role and a file that is nearly a table of it."""
    role = draw(st.sampled_from(sorted(TABLES)))
    names = TABLES[role]
    first = ",".join(draw(st.one_of(st.just(names), st.permutations(names), st.just(names[:-1]))))
    lines = [first]
    for _ in range(draw(st.integers(0, 4))):
        cells = [draw(st.sampled_from(CELLS[name] * 3 + ODD)) for name in first.split(",")]
        quoted = draw(st.booleans())
        made = [_quoted(cell) if quoted or "," in cell or "\n" in cell else cell for cell in cells]
        lines.append(",".join(made))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return role, end.join(lines).encode() + draw(st.sampled_from([b"\n", b"", b"\n\n"]))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def ours(role: str, content: bytes) -> list[Problem]:
    """Our problems of the file."""
    found, problems = header.read(content, "table.csv")
    if found is None:
        return problems
    takes = schema.columns(role, [SEX])
    problems = header.problems_of(found.names, takes, "table.csv")
    return problems or tables.read(found, takes, "table.csv")[1]


def theirs(role: str, content: bytes, folder: Path) -> frictionless.Report:
    """Frictionless's report with the columns that the file names, the dialect pinned."""
    (folder / "table.csv").write_bytes(content)
    takes = schema.columns(role, [SEX])
    names = content.split(b"\n")[0].decode(errors="replace").strip().split(",")
    fields = [dict(takes[name].descriptor) for name in names if name in takes]
    resource = frictionless.Resource.from_descriptor(
        {
            "name": "table",
            "path": "table.csv",
            "scheme": "file",
            "format": "csv",
            "encoding": "utf-8",
            "dialect": {"header": True, "csv": {"delimiter": ","}},
            "schema": {"fields": fields, "missingValues": [""]},
        },
        basepath=str(folder),
    )
    return resource.validate()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_what_frictionless_refuses_we_refuse(made: tuple[str, bytes]) -> None:
    role, content = made
    with tempfile.TemporaryDirectory() as folder:
        report = theirs(role, content, Path(folder))
    if not report.valid:
        notes = report.flatten(["type", "rowNumber", "fieldName", "note"])
        assert ours(role, content), f"only frictionless refuses {content!r}: {notes}"


def test_frictionless_lets_through_what_we_refuse(tmp_path: Path) -> None:
    """So that the property cannot hold because frictionless refuses nothing, or we everything."""
    good = b"area,name,population,page\nE1,Hall,12,yes\n"
    odd = b"area,name,population,page\nE1,Hall,1_000,yes\n"
    bad = b"area,name,population,page\nE1,Hall,many,yes\n"
    verdicts = [
        (theirs("areas", c, tmp_path).valid, not ours("areas", c)) for c in (good, odd, bad)
    ]
    assert verdicts == [(True, True), (True, False), (False, False)]

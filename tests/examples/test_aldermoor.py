"""The repository's own small site: made by its script, and consistent in itself."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from generator.packages import stories

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "datapackages" / "hubs"
BOROUGH = "A0000000"


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(PACKAGE / "data" / f"{name}.csv", dtype=str, keep_default_na=False)


def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / "examples" / "aldermoor.py"))
    script["main"].__globals__["DATA"] = tmp_path
    script["main"]()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (PACKAGE / "data").iterdir()}


@pytest.mark.parametrize("part", ["wards", "sex", "ethnic_group"])
def test_parts_of_the_survey_add_up_to_the_total(part: str) -> None:
    table = read("metrics-survey").assign(value=lambda t: pd.to_numeric(t.value))
    alone = table[(table.sex == "") | (table.ethnic_group == "")]
    everyone = alone[(alone.sex == "") & (alone.ethnic_group == "")]
    totals = everyone[everyone.area == BOROUGH].set_index(["metric", "period"]).value
    wards = everyone[everyone.area.between("A0000001", "A0000005")]
    parts = wards if part == "wards" else alone[(alone.area == BOROUGH) & (alone[part] != "")]
    pd.testing.assert_series_equal(
        parts.groupby(["metric", "period"]).value.sum(), totals.sort_index()
    )


def test_hidden_counts_cannot_be_worked_out_from_their_row_or_column() -> None:
    table = read("metrics-survey")
    both = table[(table.sex != "") & (table.ethnic_group != "") & (table.metric == "often_lonely")]
    hidden = both[both.flag.str.contains("c")]
    assert (hidden.value == "").all()
    assert (hidden.groupby(["period", "sex"]).size() >= 2).all()
    assert (hidden.groupby(["period", "ethnic_group"]).size() >= 2).all()


def test_a_story_whose_consent_has_ended_is_not_told() -> None:
    folder = PACKAGE.resolve()
    told = [
        stories.read(path.resolve(), folder, ROOT, date(2026, 6, 15)).story is not None
        for path in sorted((PACKAGE / "stories").glob("*.md"))
    ]
    names = sorted(path.stem for path in (PACKAGE / "stories").glob("*.md"))
    assert [name for name, is_told in zip(names, told, strict=True) if not is_told] == ["the_choir"]
    assert len(names) == 4

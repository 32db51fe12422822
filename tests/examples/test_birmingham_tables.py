"""The committed tables of the Birmingham example hold the published values, and nothing else."""

from __future__ import annotations

import re
import runpy
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from generator.indicators.methods import METHODS
from generator.model.indicator import Indicator
from generator.model.period import Period, parse
from generator.packages.definitions import read_definitions, read_pathway

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "examples" / "birmingham" / "datapackages" / "birmingham"
SHARED = ROOT.parent / "shared" / "data"
SOURCE = SHARED / "west_midlands_indicators_tidy"
NEEDS_SHARED = pytest.mark.skipif(
    not SOURCE.is_dir(),
    reason=f"NOT CHECKED against the published statistics: {SOURCE} is not there",
)
LAYOUT = runpy.run_path(str(ROOT / "examples" / "birmingham" / "layout.py"))
KEY = ["indicator_id", "area_code", "period_start", "period_end", "dimension", "category"]
OF_ANOTHER = {"ae_visits": "ae_over_4_hours"}
"""Ours that are read from the counts of another indicator of the source."""
VALUES = ["value", "lower_ci_95", "upper_ci_95", "numerator", "denominator"]


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def published() -> pd.DataFrame:
    return read(SOURCE / "indicator_values.csv")


def committed() -> pd.DataFrame:
    """The committed metrics tables, told again in the words of the source."""
    tables = [
        in_the_sources_words(path) for path in sorted((PACKAGE / "data").glob("metrics*.csv"))
    ]
    return pd.concat(tables, ignore_index=True).fillna("")


def in_the_sources_words(path: Path) -> pd.DataFrame:
    table = read(path)
    groups = [column for column in table if column in LAYOUT["GROUPS"]]
    if "metric" in table:
        named = table.rename(columns={"lower": "lower_ci_95", "upper": "upper_ci_95"})
        looked_after = named.metric.str.endswith(LAYOUT["LOOKED_AFTER"])
        ids = named.metric.str.removesuffix(LAYOUT["LOOKED_AFTER"])
        rows = with_dimensions(named.assign(indicator_id=ids), groups)
        rows.loc[looked_after, ["dimension", "category"]] = (
            "Care status",
            "Looked after by local authority",
        )
    else:
        wide = [
            table.rename(columns={numerator: "numerator", denominator: "denominator"}).assign(
                indicator_id=indicator
            )
            for indicator, (numerator, denominator) in LAYOUT["COUNTS"].items()
            if numerator in table
        ]
        rows = with_dimensions(pd.concat(wide), groups)
    days = {text: parse(text, months=True) for text in rows.period.unique()}
    return rows.assign(
        area_code=rows.area,
        period_start=rows.period.map(lambda text: days[text].start.isoformat()),
        period_end=rows.period.map(lambda text: days[text].end.isoformat()),
        file=path.name,
    )


def with_dimensions(rows: pd.DataFrame, groups: list[str]) -> pd.DataFrame:
    """The source's dimension and category of each row, read back from the breakdown columns."""
    back = {
        (indicator, column, group): (dimension, category)
        for column, words in LAYOUT["GROUPS"].items()
        for words_of_source, group in words.items()
        for indicator, dimension, category in [words_of_source.split("|")]
    }
    filled = pd.DataFrame({column: rows[column] != "" for column in groups}, index=rows.index)
    assert (filled.sum(axis=1) <= 1).all(), "the source has no intersections"
    said = [
        next(
            (back[row["indicator_id"], column, row[column]] for column in groups if row[column]),
            ("All", "All"),
        )
        for row in rows.to_dict("records")
    ]
    return rows.assign(dimension=[d for d, _ in said], category=[c for _, c in said])


@NEEDS_SHARED
def test_every_published_value_is_there_and_no_other() -> None:
    source, ours = published(), committed()
    assert len(ours) == len(source)
    assert not ours.duplicated(KEY).any()
    both = source.merge(ours, on=KEY, how="outer", suffixes=("", "_ours"), indicator=True)
    assert both._merge.eq("both").all(), both[both._merge != "both"][KEY].head().to_string()
    counted = both.indicator_id.isin(LAYOUT["COUNTS"])
    assert counted.equals(both.numerator != "")  # every count is used as a count
    for column in VALUES:
        # A percentage that the source worked out from counts is worked out by the generator.
        here = counted if column in ("numerator", "denominator") else ~counted
        different = both[here & (both[column] != both[f"{column}_ours"])]
        assert different.empty, different[[*KEY, column, f"{column}_ours"]].head().to_string()


@NEEDS_SHARED
def test_percentages_of_counts_are_the_published_ones() -> None:
    counted = committed().query("numerator != ''")
    both = counted.merge(published(), on=KEY, suffixes=("", "_source"))
    share = 100 * both.numerator.astype(float) / both.denominator.astype(float)
    # The source rounds to four decimals.
    assert (share - both.value_source.astype(float)).abs().max() <= 0.00005 + 1e-9


@NEEDS_SHARED
def test_every_status_is_a_flag() -> None:
    both = published().merge(committed(), on=KEY, suffixes=("", "_ours"))
    blank = both[(both.value == "") & ~both.indicator_id.isin(LAYOUT["COUNTS"])]
    # 17 missing and 5 suppressed, 3 unreliable, 10 blank without a word: counted in the source.
    assert blank.flag.value_counts().to_dict() == {"x": 32, "x u": 3}
    marked = both[(both.status != "") & (both.flag == "")]
    assert marked.empty
    ours = both[(both.value != "") & (both.flag != "")]
    assert set(ours.flag) == {"p", "r", "u"}
    low = ours[ours.flag == "u"]
    assert set(low.indicator_id) == {"ae_over_4_hours", "emergency_admission_wait_over_4_hours"}
    twice = low.groupby(["area_code", "numerator", "denominator"]).size()
    assert (twice == 2).all()  # the source does give each of these months twice


@NEEDS_SHARED
def test_areas_are_those_of_the_source() -> None:
    areas, ours = read(SOURCE / "areas.csv"), read(PACKAGE / "data" / "areas.csv")
    renamed = areas.rename(columns={"area_code": "area", "area_name": "name", "area_type": "kind"})
    columns = ["area", "name", "kind"]
    expected = renamed[columns].sort_values("area").to_dict("records")
    assert ours[columns].to_dict("records") == expected
    links = read(PACKAGE / "data" / "area-links.csv")
    neighbours = read(SHARED / "ons_similar_areas" / "global-neighbours.csv").set_index("AREACD")
    ranks = [neighbours.loc["E08000025", str(rank)] for rank in range(1, 11)]
    assert links[links.kind == "similar"].other.tolist() == ranks
    assert links[(links.area == "E08000025") & (links.kind == "in")].other.iloc[0] == "E12000005"
    assert set(links.area) | set(links.other) <= set(ours.area)


def of_the_source(indicator: str) -> str:
    """The source's id of one of our indicators."""
    return OF_ANOTHER.get(indicator, indicator.removesuffix(LAYOUT["LOOKED_AFTER"]))


def indicators() -> dict[str, Indicator]:
    text = (PACKAGE / "indicators.yml").read_text(encoding="utf-8")
    read_ = read_definitions(text, "indicators.yml", "birmingham", METHODS)
    assert read_.content is not None and not read_.problems, read_.problems
    return {indicator.id: indicator for indicator in read_.content.indicators}


def test_every_indicator_has_a_source_and_says_its_limits() -> None:
    for indicator in indicators().values():
        assert indicator.source is not None, indicator.id
        assert indicator.source.publisher, indicator.id
        assert indicator.source.url.startswith("https://"), indicator.id
        assert indicator.definition and indicator.limits, indicator.id


def test_the_only_target_is_the_standard_of_health_boards() -> None:
    """The handbook to the NHS Constitution for England: 95% of visits end within four hours."""
    assert not any(indicator.targets for indicator in indicators().values())
    targets = read(PACKAGE / "data" / "targets.csv")
    assert set(targets.indicator) == {"ae_over_4_hours"}
    assert targets.value.tolist() == [str(100 - 95)] * len(targets)
    assert targets.area.tolist() == ["E54000055"]


def test_each_outcome_has_one_headline() -> None:
    text = (PACKAGE / "pathway.yml").read_text(encoding="utf-8")
    pathway = read_pathway(text, "pathway.yml")
    assert pathway.content is not None and not pathway.problems, pathway.problems
    headlines = [each.outcome for each in indicators().values() if each.headline]
    assert sorted(headlines, key=str) == sorted(outcome.id for outcome in pathway.content.outcomes)


def test_what_we_say_is_said_in_short_sentences() -> None:
    """Checklist 5.4: at most 25 words a sentence."""
    for indicator in indicators().values():
        for sentence in re.split(r"(?<=[.:])\s+", f"{indicator.definition} {indicator.limits}"):
            assert len(sentence.split()) <= 25, f"{indicator.id}: {sentence}"


@NEEDS_SHARED
def test_all_indicators_of_the_source_are_there_with_their_source() -> None:
    described = read(SOURCE / "indicators.csv").set_index("indicator_id")
    ours = indicators()
    assert set(ours) == {*described.index, "persistent_absence_looked_after", *OF_ANOTHER}
    for name, indicator in ours.items():
        row = described.loc[of_the_source(name)]
        assert indicator.source is not None
        assert indicator.source.url == row.source_url.split("|")[0], name
        assert indicator.source.publisher == row.source_organisation.split("|")[0], name
        assert indicator.source.released == released(row.source_date), name


def released(text: str) -> date | None:
    """Day before month; the date of a census, and a bare year, is not that of a release."""
    first = text.split("|")[0]
    if not re.fullmatch(r"\d\d/\d\d/\d{4}", first) or first == "21/03/2021":
        return None
    return datetime.strptime(first, "%d/%m/%Y").date()


@NEEDS_SHARED
def test_baselines_are_periods_with_values() -> None:
    source = published()
    start_end = set(zip(source.indicator_id, source.period_start, source.period_end, strict=True))
    for name, indicator in indicators().items():
        if indicator.baseline is not None:
            period: Period = indicator.baseline.period
            key = (period.start.isoformat(), period.end.isoformat())
            assert (of_the_source(name), *key) in start_end, name


@NEEDS_SHARED
def test_making_the_tables_again_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGE.parents[1]))
    import make_tables

    monkeypatch.setattr(make_tables, "DATA", tmp_path)
    assert make_tables.main() == 0
    committed_files = {path.name: path.read_bytes() for path in (PACKAGE / "data").iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == committed_files


def test_without_the_shared_data_the_script_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGE.parents[1]))
    import make_tables

    monkeypatch.setattr(make_tables, "SHARED", tmp_path / "absent")
    assert make_tables.main() == 1
    assert "absent is not there" in capsys.readouterr().err

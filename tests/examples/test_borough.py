"""The repository's own site, a made-up borough: made by its script, and consistent in itself."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from generator.packages import stories

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "datapackages"
BOROUGH = "X30000001"
BY_HAND = {"corrections", "learning", "organisations", "programmes", "targets"}
REPORT_DATE = date(2026, 6, 15)


def read(package: str, name: str) -> pd.DataFrame:
    return pd.read_csv(
        PACKAGES / package / "data" / f"{name}.csv", dtype=str, keep_default_na=False
    )


def read_whole(path: Path) -> bytes:
    """A file's bytes; of a picture those it is painted with, since zlib's versions pack them
    each in its own way."""
    raw = path.read_bytes()
    if path.suffix != ".png":
        return raw
    start = raw.index(b"IDAT")
    length = int.from_bytes(raw[start - 4 : start], "big")
    return raw[: start - 4] + zlib.decompress(raw[start + 4 : start + 4 + length])


def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    script = ROOT / "examples" / "borough.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    made = {path.relative_to(tmp_path): read_whole(path) for path in tmp_path.rglob("*.*")}
    kept = {path.relative_to(PACKAGES) for path in PACKAGES.glob("*/data/*")}
    assert {path.stem for path in kept - {*made}} == BY_HAND
    assert made == {path: read_whole(PACKAGES / path) for path in made}


@pytest.mark.parametrize("part", ["X5", "X4", "sex", "age_band", "ethnic_group", "disability"])
def test_parts_of_the_survey_add_up_to_the_total(part: str) -> None:
    table = read("council", "metrics-survey").assign(value=lambda t: pd.to_numeric(t.value))
    groups = ["sex", "age_band", "ethnic_group", "disability", "deprivation"]
    filled = (table[groups] != "").sum(axis=1)
    totals = table[(filled == 0) & (table.area == BOROUGH)].set_index(["metric", "period"]).value
    if part in groups:
        parts = table[(filled == 1) & (table[part] != "") & (table.area == BOROUGH)]
        parts = parts[~parts[part].isin(["black_african", "black_caribbean"])]
    else:
        parts = table[(filled == 0) & table.area.str.startswith(part)]
    pd.testing.assert_series_equal(
        parts.groupby(["metric", "period"]).value.sum(), totals.sort_index(), check_dtype=False
    )


def counted(name: str) -> pd.DataFrame:
    return read("partners", name).assign(value=lambda t: pd.to_numeric(t.value))


def test_referrals_grow_fewer_stage_by_stage() -> None:
    table = counted("metrics-referrals")
    own = table[(table.organisation != "") & (table.route == "") & (table.why_failed == "")]
    cells = ["period", "organisation", "programme"]
    by = own.pivot_table(values="value", index=cells, columns="metric").dropna()
    names = ["referrals", "referrals_accepted", "referrals_started", "referrals_completed"]
    assert (by[names].diff(axis=1).iloc[:, 1:] <= 0).all(axis=None)
    assert (by.referrals_started + by.referrals_failed <= by.referrals).all()


def test_routes_add_up_to_the_referrals_of_their_programme() -> None:
    """The first level to what partners counted, the second to the first."""
    table = counted("metrics-referrals")
    table = table[(table.metric == "referrals")]
    cells = ["period", "programme"]
    whole = table[table.organisation != ""].groupby(cells).value.sum()
    routes = table[table.route != ""].pivot_table(values="value", index=cells, columns="route")
    first = routes[["statutory", "voluntary", "self", "not_stated"]].sum(axis=1)
    pd.testing.assert_series_equal(first, whole, check_names=False, check_dtype=False)
    inside = routes[["gp", "social_care", "hospital", "jobcentre"]].sum(axis=1)
    assert (inside == routes.statutory).all()
    assert (routes.other_partner + routes.other_charity == routes.voluntary).all()


def test_reasons_overlap() -> None:
    table = counted("metrics-referrals")
    failed = table[(table.metric == "referrals_failed") & (table.organisation == "")]
    failed = failed[failed.programme != ""]
    by = failed.pivot_table(values="value", index=["period", "programme"], columns="why_failed")
    named = by.drop(columns="")
    assert named.shape[1] == 7
    assert (named.max(axis=1) <= by[""]).all()
    assert named.sum(axis=1).sum() > by[""].sum()


def test_what_is_open_is_what_was_open_and_what_came_less_what_was_met() -> None:
    """Some are closed unmet, so it is at most that, from one quarter with a return to the next."""
    every = pd.concat([counted("metrics-needs"), counted("metrics-needs-open")])
    cells = ["organisation", "programme", "period"]
    by = every.pivot_table(values="value", index=cells, columns="metric", aggfunc="sum")
    came = by.needs - by.needs_met - by.needs_partly_met
    before = by.needs_open.groupby(level=[0, 1]).shift()
    assert (by.needs_open <= before + came)[before.notna()].all()
    assert (by.needs_open >= 0).all()


def test_hidden_counts_cannot_be_worked_out_from_their_row_or_column() -> None:
    table = read("council", "metrics-survey")
    both = table[(table.sex != "") & (table.ethnic_group != "") & (table.metric == "often_lonely")]
    hidden = both[both.flag.str.contains("c")]
    assert len(hidden) > 0
    assert (hidden.value == "").all()
    assert (hidden.groupby(["period", "sex"]).size() >= 2).all()
    assert (hidden.groupby(["period", "ethnic_group"]).size() >= 2).all()


def test_wards_share_their_edges_so_that_no_gap_lies_between_them() -> None:
    """Each side of a ward is a side of one other ward, run the other way, or of the borough."""
    shapes = json.loads((PACKAGES / "council" / "data" / "areas.geojson").read_text())["features"]
    rings = {f["properties"]["area"]: f["geometry"]["coordinates"][0] for f in shapes}
    sides = {
        code: Counter((tuple(a), tuple(b)) for a, b in pairwise(ring))
        for code, ring in rings.items()
    }
    assert len(rings) == 13
    for level in ("X4", "X5"):
        every = sum((of for code, of in sides.items() if code.startswith(level)), Counter())
        outer = {side for side in every if side[::-1] not in every}
        assert set(every.values()) == {1}
        assert outer == set(sides[BOROUGH])


@pytest.mark.parametrize("indicator", ["life_satisfaction", "employment"])
def test_a_correction_names_the_value_that_now_stands(indicator: str) -> None:
    listed = read("health", "corrections").set_index("indicator").loc[indicator]
    table = read("health", "metrics-estimates")
    metric = {"employment": "employment_rate"}.get(indicator, indicator)
    stands = table[
        (table.metric == metric) & (table.period == listed.period) & (table.area == listed.area)
    ]
    assert stands.value.tolist() == [listed.new]
    assert stands.flag.tolist() == ["r"]


def changes() -> pd.DataFrame:
    """Both tables of change, with numbers for their columns of numbers."""
    tables = [read("partners", f"change-{name}") for name in ("stars", "wellbeing")]
    whole = pd.concat(tables, ignore_index=True).fillna("")
    columns = list(whole.loc[:, "pairs":"before_squares_sum"])
    return whole.assign(**{name: pd.to_numeric(whole[name]) for name in columns})


def test_assessments_say_the_same_in_every_column() -> None:
    table = changes()
    moved = table[["moved_up", "stayed", "moved_down"]].sum(axis=1)
    assert (moved == table.pairs).all()
    assert (table.started_at_best <= table.stayed + table.moved_down).all()
    difference = table.after_sum - table.before_sum - table.change_sum
    assert difference.abs().max() < 0.001  # sums of converted scores are kept to 4 decimals
    assert (table.change_squares_sum * table.pairs + 0.01 >= table.change_sum**2).all()
    assert len(table) > 500


@pytest.mark.parametrize("name", ["stars", "wellbeing"])
def test_people_at_each_score_are_the_pairs_that_the_changes_count(name: str) -> None:
    table = read("partners", f"scores-{name}")
    cell = ["scale", "item", "year", "organisation"]
    numbers = {column: pd.to_numeric(table[column]) for column in ("score", "before", "after")}
    table = table.assign(**numbers, year=table.period.str[:7])
    table = table.assign(before_sum=table.score * table.before, after_sum=table.score * table.after)
    found = table.groupby(cell)[["before", "after", "before_sum", "after_sum"]].sum()
    counted = changes().assign(year=lambda t: t.period.str[:7])
    counted = counted.groupby(cell)[["pairs", "pairs", "before_sum", "after_sum"]].sum()
    counted = counted.loc[found.index].set_axis(list(found), axis=1)
    pd.testing.assert_frame_equal(found, counted, check_dtype=False, rtol=1e-6)


def test_some_are_never_asked_again_and_one_partner_uses_two_stars() -> None:
    table = changes()
    one = table.drop_duplicates(["scale", "organisation", "period", "sex", "age_band"])
    sums = one.groupby(["scale", "organisation"])[["pairs", "unmatched"]].sum()
    share = sums.unmatched / (sums.pairs + sums.unmatched)
    assert share.between(0.15, 0.35).all()
    stars = one[one.scale.str.endswith("_star")]
    assert stars.groupby("organisation").scale.nunique().value_counts().to_dict() == {1: 6, 2: 1}
    assert stars.groupby("scale").programme.unique().map(list).to_dict() == {
        "homelessness_star": ["hubs"],
        "empowerment_star": ["work"],
        "carers_star": ["carers"],
    }


def test_wellbeing_is_converted_as_published() -> None:
    """Stewart-Brown and others (2009), HQLO 7:15: 29 scores for sums of answers from 7 to 35."""
    scores = [float(score) for score in dict.fromkeys(read("partners", "scores-wellbeing").score)]
    assert len(scores) == 29 and scores == sorted(scores)
    published = {7: 7.0, 8: 9.51, 14: 15.32, 21: 19.25, 28: 25.03, 34: 32.55, 35: 35.0}
    assert {total: scores[total - 7] for total in published} == published


def test_only_stories_with_consent_for_the_web_are_told() -> None:
    files = sorted(PACKAGES.glob("*/stories/*.md"))
    told = {
        path.stem: stories.read(path, path.parents[1], ROOT, REPORT_DATE).story is not None
        for path in files
    }
    assert [name for name, is_told in told.items() if not is_told] == ["the_choir", "two_keys"]
    assert len(told) == 17

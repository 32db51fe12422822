"""Who is reached against who could be: the representation ratio of each group.

For indicators of the kind reach that name an `eligible` metric. Its values are those of the same
area and groups over all partners, of the latest period that does not start after that of those
reached. Both shares are of the groups that have both numbers, those within a larger category among
one another; people who did not say are in neither, and their share stands beside it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.model.group_frames import REACH as COLUMNS
from generator.model.report import Inputs
from generator.model.words import REACH
from generator.wording import reach as wording
from generator.wording import reasons

from ..basis import Basis, Found
from ..reason import first_reason
from .groups.cells_of import cells_of
from .groups.furthest import current
from .groups.judged import CANNOT_SAY, TOO_SMALL
from .groups.people import Groups, groups
from .groups.representation import FEWEST_EXPECTED, representation
from .groups.sets import sums

CELL = ["indicator", "area", "organisation", "programme", "period", "breakdown"]
OWN = [*CELL[:-1], "frequency", "period_start", "period_end", "group", "value", "flag"]


def reach(basis: Basis) -> Found:
    """The reading REACH of every single group of people of these indicators, and `frames.REACH`."""
    known = groups(basis.results["group"], basis.inputs)
    table = _table(basis, known)
    if table.empty:
        return Found()
    table = _with_eligible(table, basis.inputs)
    table = _represented(table)
    table["not_stated"] = _not_stated(table, basis)
    table["current"] = current(table)
    table["reason"] = first_reason(
        (table["reached"].isna(), table["flag"].map(_missing(table["flag"]))),
        (table["eligible"].isna(), reasons.NOBODY_ELIGIBLE),
        (table["groups"] < 2, reasons.NO_OTHER_GROUP),
        (table["expected"] < FEWEST_EXPECTED, reasons.FEW_EXPECTED),
        (table["ratio"].isna(), reasons.NOBODY_ELIGIBLE),
    )
    hidden = table["reached"].isna() & table["flag"].str.split().map(lambda f: "c" in f)
    few = (table["reason"] == reasons.FEW_EXPECTED) | hidden
    table["verdict"] = np.select(
        [few, table["reason"] != "", table["upper"] < 1, table["lower"] > 1],
        [TOO_SMALL, CANNOT_SAY, "under-represented", "over-represented"],
        "similar",
    )
    made = table.reset_index(drop=True)[list(COLUMNS)].astype(COLUMNS)
    return Found({REACH: _readings(basis, table)}, {"reach": made})


def _table(basis: Basis, known: Groups) -> pd.DataFrame:
    """The cases of single groups of people of indicators that name who is eligible."""
    eligible = {n: str(i.eligible) for n, i in basis.inputs.indicators.items() if i.eligible}
    cases = basis.cases[basis.cases["indicator"].isin(eligible)]
    group = basis.results["group"].cat.codes.to_numpy()[cases["row"].to_numpy()]
    chosen = known.people[group] & known.single[group] & known.apart[group]
    group = group[chosen]
    table = cases.loc[chosen, OWN].astype({"flag": str})
    made: pd.DataFrame = table.assign(
        breakdown=known.breakdown[group],
        level=np.where(known.top[group], 0, 1),
        metric=table["indicator"].map(eligible),
        reached=table["value"],
    )
    return made


def _with_eligible(table: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """With `eligible` and `eligible_period` (NaN and "" where nobody was counted)."""
    values = inputs.values
    rows = values[values["metric"].isin(table["metric"].unique()) & values["value"].notna()]
    rows = rows[(rows["organisation"] == "") & (rows["programme"] == "")]
    rows = rows[["metric", "area", "group", "period", "value"]].astype(
        {"metric": str, "area": str, "group": str, "period": str}
    )
    starts = {text: pd.Timestamp(p.start) for text, p in inputs.periods.items()}
    rows = rows.assign(
        breakdown=rows["group"].str.partition("=")[0],
        start=pd.to_datetime(rows["period"].map(starts)).astype("datetime64[s]"),
    )
    by = ["metric", "area", "breakdown"]
    periods = rows[[*by, "start", "period"]].dropna().drop_duplicates([*by, "start"])
    found = pd.merge_asof(
        table[[*by, "period_end", "group"]].reset_index().sort_values("period_end", kind="stable"),
        periods.sort_values("start", kind="stable"),
        left_on="period_end",
        right_on="start",
        by=by,
    )
    keys = ["metric", "area", "group", "period"]
    counted = rows.drop_duplicates(keys).rename(columns={"value": "eligible"})
    found = found.merge(counted[[*keys, "eligible"]], on=keys, how="left").set_index("index")
    found = found.loc[table.index]
    return table.assign(
        eligible=found["eligible"], eligible_period=found["period"].fillna("").astype(str)
    )


def _represented(table: pd.DataFrame) -> pd.DataFrame:
    """With the columns of `Representation`, how many `groups` are compared, and `dissimilarity`."""
    names = ("share", "eligible_share", "expected", "ratio", "lower", "upper")
    made = table.assign(**dict.fromkeys((*names, "dissimilarity"), np.nan), groups=0)
    both = made["reached"].notna() & made["eligible"].notna()
    rows = made[both]
    if rows.empty:
        return made
    sets = rows.groupby([*CELL, "level"], observed=True, sort=False).ngroup()
    of = np.asarray(sets, dtype=np.int64)
    found = representation(of, rows["reached"].to_numpy(), rows["eligible"].to_numpy())
    apart = np.abs(found.share - found.eligible_share)
    for name in names:
        made.loc[both, name] = getattr(found, name)
    made.loc[both, "dissimilarity"] = (sums(of, apart) / 2)[of]
    made.loc[both, "groups"] = np.bincount(of)[of]
    return made


def _not_stated(table: pd.DataFrame, basis: Basis) -> pd.Series:
    """The share of all reached who did not say, NaN where that was not counted."""
    unsaid = {
        f"{name}={category}": name
        for name, breakdown in basis.inputs.breakdowns.items()
        for category in breakdown.not_stated
    }
    cells, group = cells_of(basis.results), basis.results["group"].cat
    rows = basis.cases.loc[table.index, "row"].to_numpy()
    count = np.zeros(len(table))
    for text, name in unsaid.items():
        code = int(pd.Index(group.categories).get_indexer(pd.Index([text]))[0])
        own = (table["breakdown"] == name).to_numpy()
        count[own] += cells.side(cells.other(rows[own], code)).value
    asked = table["breakdown"].isin(set(unsaid.values()))
    top = table["reached"].where(table["level"] == 0)
    known = top.groupby([table[name] for name in CELL], observed=True).transform("sum")
    share: pd.Series = count / (known + count)
    return share.where(asked)


def _missing(flags: pd.Series) -> dict[str, str]:
    return {text: reasons.latest_missing(text) for text in flags.unique()}


def _readings(basis: Basis, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of the reading: the ratio, held against 1."""
    main = basis.settings.main_area
    whole = (table["area"] == main) & (table["organisation"] == "") & (table["programme"] == "")
    pairs = ["indicator", "breakdown"]
    shown = table[whole & table["current"] & table["ratio"].notna()][pairs].drop_duplicates()
    has_one = pd.MultiIndex.from_frame(table[pairs]).isin(pd.MultiIndex.from_frame(shown))
    latest = [basis.said.latest[number] for number in table.index.tolist()]
    titles = {n: m.title for n, m in basis.inputs.metrics.items()}
    apart = 100 * (table["share"] - table["eligible_share"])
    return pd.DataFrame(
        {
            "verdict": table["verdict"],
            "reference_period": table["eligible_period"],
            "reference_area": table["area"].astype(str),
            "reference_value": 100 * table["eligible_share"],
            "difference": apart.where(table["ratio"].notna()),
            "lower": 100 * (table["lower"] - 1) * table["eligible_share"],
            "upper": 100 * (table["upper"] - 1) * table["eligible_share"],
            "reason": table["reason"],
            "value": (100 * table["share"]).where(table["ratio"].notna()),
            "finding": wording.reached(latest, table, titles, basis.inputs),
            "working": np.where(has_one, "reach-" + table["breakdown"].astype(str), ""),
        },
        index=table.index,
    )

"""Which places and partners are looked at side by side: never those of different kinds."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from generator.checks.ways import children
from generator.model.report import Inputs

PLACES, PARTNERS = "places", "partners"


def among(cases: pd.DataFrame, inputs: Inputs, main_area: str) -> pd.Series:
    """For each case the id of those that it is one of, "" for none.

    `places-ward`: the places of one kind inside the main area, for everyone. `partners-hubs`: the
    organisations under one programme in the main area, for everyone; `partners` where an indicator
    has none by programme.
    """
    by_area = {code: _id(PLACES, kind) for code, kind in _inside(inputs, main_area).items()}
    everyone = cases["group"] == ""
    whole = (cases["organisation"] == "") & (cases["programme"] == "")
    places = cases["area"].map(by_area).where(everyone & whole).astype(object)
    partner = everyone & (cases["area"] == main_area) & (cases["organisation"] != "")
    series = [cases["indicator"], cases["frequency"]]
    named = partner & (cases["programme"] != "")
    any_named = named.groupby(series).transform("any")
    programmes = cases["programme"].map({p: _id(PARTNERS, p) for p in cases["programme"].unique()})
    partners = programmes.astype(object).where(partner & (named | ~any_named))
    return partners.where(partners.notna(), places.where(places.notna(), ""))


def sets(cases: pd.DataFrame, ids: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """A number for each indicator, frequency and id of `among`."""
    keys = pd.MultiIndex.from_arrays([cases["indicator"], cases["frequency"], ids])
    return np.asarray(keys.factorize()[0], dtype=np.int64)


def _inside(inputs: Inputs, main_area: str) -> dict[str, str]:
    """The areas in an area, those in them too, and the kind of each."""
    inside = children(inputs)
    found: dict[str, str] = {}
    waiting = [main_area]
    while waiting:
        parent = waiting.pop()
        for (other, kind), listed in inside.items():
            if other == parent:
                new = {code: kind for code in listed if code not in found and code != main_area}
                found |= new
                waiting += new
    return found


def _id(what: str, name: str) -> str:
    """As it stands in an address."""
    return "-".join(filter(None, (what, *re.findall(r"[a-z0-9_]+", name.lower()))))

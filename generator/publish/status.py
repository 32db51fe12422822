"""How far the rows of a table may be relied on: the last column of each, and of a file as one."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pandas as pd

from ..model.page import Table
from ..model.report import Inputs
from ..model.words import PackageStatus

_WORST_FIRST: tuple[PackageStatus, ...] = get_args(PackageStatus)


def with_status(frame: pd.DataFrame, key: str, inputs: Inputs) -> pd.DataFrame:
    """The frame with a last column `status`: that of what the ids in column `key` rest on."""
    ids = frame[key].astype("category").array
    of_id = [_WORST_FIRST.index(inputs.status(str(id))) for id in ids.categories]
    codes = np.array(of_id, dtype="int8")[ids.codes]  # each id is looked up once
    return frame.assign(status=pd.Categorical.from_codes(codes, pd.Index(_WORST_FIRST)))


def of_table(table: Table) -> str:
    """Illustrative if any row is, else provisional if any is; "" without rows or the column."""
    return next((status for status in _WORST_FIRST if status in table.statuses), "")

"""What the table of scales says of each row's item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.report import Inputs
from generator.model.scale import Item


def of_items(rows: pd.DataFrame, inputs: Inputs, take: Callable[[Item], Any]) -> NDArray[Any]:
    """A column of what is taken of the item of each row (by `scale` and `item`), asked once an
    item."""
    by = ["scale", "item"]
    number = rows.groupby(by, observed=True, sort=False).ngroup().to_numpy()
    taken = [
        take(inputs.scales[scale].items[item])
        for scale, item in rows[by].drop_duplicates().itertuples(index=False)
    ]
    return np.array(taken)[number]

"""What rests on packages of which status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.packages import small

OTHER = "datapackages/later"
VISITS = """\
indicators:
  - {id: visits, title: Visits, unit: visits, direction: up, method: {use: count, metric: visits}}
"""


def test_what_rests_on_several_packages_has_the_status_of_the_weakest(tmp_path: Path) -> None:
    """Loneliness and its outcome are of the final package; visits of the provisional one. Once
    that holds values of loneliness, so does loneliness rest on it; its outcome does not."""
    settled = json.dumps({**small.DESCRIPTOR, "status": "final"})
    later = json.dumps({**small.DESCRIPTOR, "name": "later", "status": "provisional"})
    files = {
        f"{small.PACKAGE}/datapackage.json": settled,
        f"{OTHER}/datapackage.json": later,
        f"{OTHER}/indicators.yml": VISITS,
        f"{OTHER}/stories/soup.md": small.STORY,
    }
    made = small.inputs(tmp_path / "a", files)
    ids = ("loneliness", "connected", "visits", "soup")
    assert [made.status(id) for id in ids] == ["final", "final", "provisional", "provisional"]
    lonely = "metric,period,area,value\nlonely,2025/26,E1,40\n"
    made = small.inputs(tmp_path / "b", {**files, f"{OTHER}/data/metrics.csv": lonely})
    assert [made.status(id) for id in ids[:2]] == ["provisional", "final"]
    invented = json.dumps({**small.DESCRIPTOR, "status": "illustrative"})
    made = small.inputs(tmp_path / "c", {**files, f"{small.PACKAGE}/datapackage.json": invented})
    assert [made.status(id) for id in ids[:3]] == ["illustrative", "illustrative", "provisional"]

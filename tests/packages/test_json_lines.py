"""A problem of a descriptor names the line in which its key stands."""

from __future__ import annotations

import json

from generator.packages.json_lines import lines

TEXT = """\
{
  "title": "Hubs, \\"open\\": [daily]",
  "licenses": [
    {"name": "CC0-1.0",
     "path": "https://example.org/{a}"},
    {"title": "Another"}
  ],
  "resources": [{"name": "metrics",

                 "schema": {"fields": []}}], "status":
    "final"
}
"""


def test_every_key_has_its_line_as_counted_by_eye() -> None:
    json.loads(TEXT)
    found = lines(TEXT)
    assert {path: found[path] for path in ("", "title", "licenses", "status")} == {
        "": 1,
        "title": 2,
        "licenses": 3,
        "status": 10,
    }
    assert (found["licenses.1"], found["licenses.1.path"], found["licenses.2.title"]) == (4, 5, 6)
    assert found["licenses.CC0-1.0.path"] == 5
    assert found["resources.1.schema"] == found["resources.metrics.schema"] == 10


def test_values_that_are_no_text() -> None:
    assert lines('{"a": 1,\n"b": [null, [true,\n-1.5e3]]}') == {
        "": 1, "a": 1, "b": 2, "b.1": 2, "b.2": 2, "b.2.1": 2, "b.2.2": 3,
    }  # fmt: skip

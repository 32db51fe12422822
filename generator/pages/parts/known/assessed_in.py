"""Which packages hold the assessments on each scale, and how far these may be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.report import Inputs
from generator.model.source import Package
from generator.model.words import PackageStatus


def packages(inputs: Inputs) -> Mapping[str, tuple[Package, ...]]:
    """The packages that hold a table of change of each scale, by their id."""
    files = inputs.values[["metric", "file"]].drop_duplicates()
    found: dict[str, set[str]] = {}
    for metric, file in files.astype(str).itertuples(index=False):
        kind, *words = metric.split(":")
        if kind == "change" and words:
            found.setdefault(words[0], set()).add("".join(file.split("/")[1:2]))
    return {
        scale: tuple(sorted((p for p in inputs.packages if p.id in ids), key=lambda p: p.id))
        for scale, ids in found.items()
    }


def status(found: Iterable[Package]) -> PackageStatus:
    """That of the package that may be relied on least."""
    statuses = {package.status for package in found}
    if "illustrative" in statuses:
        return "illustrative"
    return "provisional" if "provisional" in statuses else "final"

"""Which indicators, stories, outcomes and records of learning rest on packages of a status."""

from __future__ import annotations

from ..model.report import Inputs
from ..model.words import PackageStatus


def resting_on(read: Inputs, status: PackageStatus) -> frozenset[str]:
    """Ids of those of which any part is in a package of that status.

    An indicator rests on the package that defines it and on those that hold its metrics' values.
    """
    names = {package.id for package in read.packages if package.status == status}
    if not names:
        return frozenset()

    def is_in(file: str) -> bool:
        return any(name in names for name in file.split("/")[1:2])

    files = read.values["file"].array
    of_them = [code for code, file in enumerate(files.categories) if is_in(str(file))]
    held = set(read.values["metric"][read.values["file"].cat.codes.isin(of_them)].unique())
    ids = {
        name
        for name, indicator in read.indicators.items()
        if indicator.package in names or held & set(indicator.method.metrics)
    }
    ids |= {name for name, story in read.stories.items() if story.package in names}
    ids |= {
        outcome.id
        for outcome in read.pathway.outcomes
        if is_in(read.places.get(f"outcomes.{outcome.id}", ("", 0))[0])
    }
    ids |= {id for id in read.learning if is_in(read.places.get(f"learning.{id}", ("", 0))[0])}
    return frozenset(ids)

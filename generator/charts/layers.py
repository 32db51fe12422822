"""Boxes in columns and the links between them, ordered so that few links cross.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
structures" (IEEE Transactions on Systems, Man, and Cybernetics 11, 1981): a link over several
columns gets a place in each of those between, and each column in turn is ordered by the mean place
of what its members are linked with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
SWEEPS = 8


@dataclass(frozen=True)
class Layers:
    """The members of each column from top to bottom, and the members that each link runs over.

    A member is a box's id, or the place of a link that passes the column: `passes` tells.
    """

    columns: tuple[tuple[str, ...], ...]
    routes: Mapping[Edge, tuple[str, ...]]

    def passes(self, member: str) -> bool:
        """Whether the member is no box but a link on its way."""
        return " " in member


def layers(columns: Sequence[Sequence[str]], edges: Sequence[Edge]) -> Layers:
    """The columns, their boxes ordered anew, with a place for each link that passes one.

    `columns` holds ids without blanks from the first column to the last, as written; an edge leads
    to a later column. The same input gives the same order: ties keep the order written.
    """
    column = {id: n for n, own in enumerate(columns) for id in own}
    routes = {edge: _route(edge, column) for edge in edges}
    order = [list(own) for own in columns]
    for route in routes.values():
        for n, member in enumerate(route[1:-1], column[route[0]] + 1):
            order[n].append(member)
    steps = [step for route in routes.values() for step in pairwise(route)]
    best = [list(own) for own in order]
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for n in range(1, len(order)) if forward else range(len(order) - 2, -1, -1):
            beside = {id: place for place, id in enumerate(order[n - 1 if forward else n + 1])}
            order[n] = _by_mean(order[n], beside, steps)
        if crossings(order, steps) < crossings(best, steps):
            best = [list(own) for own in order]
    return Layers(tuple(map(tuple, best)), routes)


def crossings(columns: Sequence[Sequence[str]], steps: Sequence[Edge]) -> int:
    """How many pairs of links cross between two columns next to each other."""
    place = {id: (n, at) for n, own in enumerate(columns) for at, id in enumerate(own)}
    found = 0
    for at, (one, two) in enumerate(steps):
        for three, four in steps[at + 1 :]:
            if place[one][0] == place[three][0]:
                left = place[one][1] - place[three][1]
                found += left * (place[two][1] - place[four][1]) < 0
    return found


def _route(edge: Edge, column: Mapping[str, int]) -> tuple[str, ...]:
    start, end = edge
    between = range(column[start] + 1, column[end])
    return (start, *(f"{start} {end} {n}" for n in between), end)


def _by_mean(own: list[str], beside: Mapping[str, int], steps: Sequence[Edge]) -> list[str]:
    """The members by the mean place of their neighbours in the column beside; those without any
    keep their own place."""
    linked: dict[str, list[int]] = {}
    for one, two in steps:
        for member, other in ((one, two), (two, one)):
            if other in beside:
                linked.setdefault(member, []).append(beside[other])

    def mean(pair: tuple[int, str]) -> float:
        found = linked.get(pair[1])
        return sum(found) / len(found) if found else float(pair[0])

    return [id for _, id in sorted(enumerate(own), key=mean)]

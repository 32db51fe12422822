"""Our own texts should be plain: long sentences and paragraphs are told, and stop nothing.

What people said of themselves is theirs: stories are left as they are. So are definitions of
indicators whose source is published: they are the publisher's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..errors import Problem, Where, warning
from ..model.indicator import Indicator
from ..model.report import Inputs
from ..wording import plain
from . import places


def check(inputs: Inputs) -> list[Problem]:
    """A warning for each kind of text of a file of which some are hard to read, naming them."""
    found: dict[tuple[str, str], list[tuple[Where, str]]] = {}
    for path, text in _texts(inputs):
        if what := plain.hard(text):
            top, *ids = path.split(".")
            name, last = ".".join(ids[:-1]), path.rpartition(".")[2]
            kind = f"{last} of {top}" if name else path
            where = places.where(inputs, path)
            said = f"{name} ({what})" if name else what
            found.setdefault((where.file, kind), []).append((where, said))
    return [
        warning(
            # Without the field they are of one kind, so that a list of them stays short.
            replace(hard[0][0], field=""),
            f"hard to read: {kind}: {'; '.join(said for _, said in hard)}",
            plain.HINT,
            times=len(hard),
        )
        for (_, kind), hard in found.items()
    ]


def _is_published(inputs: Inputs, indicator: Indicator) -> bool:
    """Whether its definition is the publisher's, to be given as it is and not rewritten."""
    metrics = (inputs.metrics.get(name) for name in indicator.method.metrics)
    sources = (indicator.source, *(each.source for each in metrics if each is not None))
    return any(source is not None and source.url for source in sources)


def _texts(inputs: Inputs) -> Iterator[tuple[str, str]]:
    pathway, case = inputs.pathway, inputs.pathway.case
    yield "vision", pathway.vision
    if case:
        for key in ("issue", "affected", "who_cares", "if_solved", "tried_before"):
            yield f"case.{key}", getattr(case, key)
    for outcome in pathway.outcomes:
        yield f"outcomes.{outcome.id}.description", outcome.description
    for step in pathway.steps:
        yield f"steps.{step.id}.description", step.description
    for link in pathway.links:
        yield f"links.{link.id}.because", link.because
    for id, indicator in inputs.indicators.items():
        if not _is_published(inputs, indicator):
            yield f"indicators.{id}.definition", indicator.definition
        yield f"indicators.{id}.limits", indicator.limits
    for id, record in inputs.learning.items():
        ours = () if record.kind == "people_said" else ("what",)
        for key in (*ours, "so_what", "effect", "action", "used"):
            yield f"learning.{id}.{key}", getattr(record, key)

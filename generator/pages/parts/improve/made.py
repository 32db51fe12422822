"""What a reading adds to an indicator's page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import File

from ..indicator.indicator_tables import Part


@dataclass(frozen=True)
class Made:
    """Sections, and the files that their figures and tables link."""

    parts: tuple[Part, ...] = ()
    files: tuple[File, ...] = ()

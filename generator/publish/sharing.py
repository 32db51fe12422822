"""What a page says of itself to those who cite or share it."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.page import Page
from ..model.report import Report
from ..wording.citations import citation
from .furniture import address, all_made_up
from .linked_data import json_ld


def sharing(page: Page, report: Report, sizes: Mapping[str, int]) -> dict[str, str]:
    """Front matter: `cite` on pages that show numbers, `dataset` (JSON-LD) on those that offer
    data. `sizes` gives the bytes of each file by its path."""
    where, made_up = address(page.path), page.illustrative or all_made_up(report)
    said = dict[str, str]()
    if page.data_period:
        said["cite"] = citation(page.title, where, report.settings, made_up)
    if page.dataset:
        said["dataset"] = json_ld(page.dataset, where, made_up, report, sizes)
    return said

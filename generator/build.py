"""The whole pass: data packages in, site out. Read this file first.

    packages → checks → indicators → readings → charts and pages → publish

To add a method, write it in indicators/methods/ and name it in METHODS; a chart, in charts/ and
CHARTS; a page, in pages/ and PAGE_TYPES.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import checks, indicators, packages, pages, publish, readings
from .errors import Problem, count
from .indicators.methods import METHODS
from .model.page import Site
from .model.report import Report
from .pages.written import content_pages

Say = Callable[[str], None]


@dataclass(frozen=True)
class Laid:
    """A report, everything that is to be published of it, and all that is wrong.

    `report` and `site` are None where errors stopped the pass before they were made.
    """

    problems: tuple[Problem, ...]
    report: Report | None = None
    site: Site | None = None

    @property
    def stops(self) -> bool:
        """Whether there are errors: warnings stop nothing."""
        return count(self.problems, "error") > 0


@dataclass(frozen=True)
class Published:
    """What came of a build: `swapped_in` is False where it failed, or where nothing changed."""

    problems: Sequence[Problem]
    swapped_in: bool = False


def lay_out(site_folder: Path, say: Say) -> Laid:
    """Read, check, compute, read off and lay out. Writes nothing."""
    say("Reading the packages")
    settings, inputs, problems = packages.read(site_folder, METHODS)
    if settings is None or inputs is None:
        return Laid(tuple(problems))
    say("Checking what they say")
    problems = [*problems, *checks.check(inputs, settings)]
    if count(problems, "error"):
        return Laid(tuple(problems))
    say("Computing indicators and readings")
    results, more = indicators.compute(inputs, settings)
    problems += more
    if count(problems, "error"):
        return Laid(tuple(problems))
    summed = indicators.summed(inputs, settings)
    frames = (results, summed.changes, summed.scores, summed.stages)
    inputs = indicators.with_summed_periods(inputs, frames)
    found, worked = readings.read(inputs, settings, results, summed)
    report = Report(settings, inputs, results, found, worked, summed)
    say("Laying out pages and charts")
    generated = pages.lay_out(report)
    texts, more = publish.content(site_folder)
    problems += more
    written, more = content_pages(texts, report, generated.pages)
    problems += more
    by_hand, more = publish.in_navigation(site_folder, written.pages)
    problems += more
    site = Site((*generated.pages, *by_hand), (*generated.files, *written.files))
    problems += publish.own_theme(site_folder)
    data = publish.data_files(report, site.files)
    return Laid(tuple(problems), report, Site(site.pages, (*site.files, *data)))


def render(site_folder: Path, say: Say) -> Laid:
    """Lay out, and leave the staging folder at SITE/build/staging."""
    laid = lay_out(site_folder, say)
    if laid.report and laid.site and not laid.stops:
        say("Writing the staging folder")
        with publish.run_folder(site_folder) as (run, _):
            publish.stage(laid.site, laid.report, site_folder, run)
            publish.leave(run)
    return laid


def site(site_folder: Path, output: Path, say: Say) -> Published:
    """Lay out, build aside, check what was built, and put it in the place of `output`.

    Raises `publish.UnusableOutputError` where `output` can't be written.
    """
    publish.prepare(output, site_folder)
    laid = lay_out(site_folder, say)
    if laid.stops or not (laid.report and laid.site):
        return Published(laid.problems)
    with publish.run_folder(site_folder) as (run, lock):
        problems = _build(laid.report, laid.site, site_folder, run, lock, say)
        if problems:
            return Published([*laid.problems, *problems])
        return Published(laid.problems, publish.swap(run / "site", output))


def serve(
    site_folder: Path,
    port: int | None,
    say: Say,
    at: Callable[[str], None],
    told: Callable[[Sequence[Problem], bool], None],
    failed: Callable[[Exception], Problem],
) -> None:
    """Show the site to this machine's browsers until stopped, built again whenever it changes.

    The output is not touched. `at` is given the address; `told`, after each build, what is wrong
    and whether there is something new; `failed` words what is not a problem of the site. Raises
    `publish.PortTakenError`.
    """

    def make(run: Path, lock: int) -> publish.Made:
        try:
            laid = lay_out(site_folder, say)
            if laid.stops or not (laid.report and laid.site):
                return publish.Made(laid.problems)
            problems = _build(laid.report, laid.site, site_folder, run, lock, say)
            return publish.Made([*laid.problems, *problems], laid.report.settings.site_url)
        except Exception as problem:  # mended by hand while we wait, as every other problem is
            return publish.Made([failed(problem)])

    publish.serve(site_folder, port, make, at, told)


def _build(
    report: Report, site: Site, site_folder: Path, run: Path, lock: int, say: Say
) -> list[Problem]:
    """Stage and build in the run's folder, and check what was built: its `site`."""
    publish.stage(site, report, site_folder, run)
    say(f"Building {len(site.pages):,} pages")
    problems = publish.build(run, report.settings.report_date, lock)
    if not problems:
        say("Checking what was built")
        problems = publish.check(run / "site", site)
    return problems

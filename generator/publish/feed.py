"""The feed of editions and corrections, as Atom (RFC 4287).

Links are whole where the site says where it is shown, else relative to the feed, which the
standard allows. Days come from the report's date and from the corrections; ids stay the same from
build to build.
"""

from __future__ import annotations

import re
import uuid
from datetime import date
from xml.etree import ElementTree as Xml

from ..model.correction import Correction
from ..model.page import File, Site
from ..model.report import Report
from ..wording import names, periods
from ..wording.citations import MADE_UP, absolute
from .furniture import FEED, all_made_up

ATOM = "http://www.w3.org/2005/Atom"
CORRECTIONS = "corrections/"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(report: Report, site: Site) -> File:
    """The file `feed.xml`: the edition, then each correction, the newest first."""
    settings = report.settings
    made_up = f"{MADE_UP} " if all_made_up(report) else ""
    home = next((page.description for page in site.pages if page.path == "index.md"), "")
    root = Xml.Element("feed", xmlns=ATOM, attrib={"xml:lang": "en-GB"})
    _text(root, "id", _id(report, "feed"))
    _text(root, "title", settings.site_name or "Impact report")
    _text(root, "updated", _midnight(settings.report_date))
    _text(Xml.SubElement(root, "author"), "name", settings.publisher)
    _text(root, "rights", settings.licence.title)
    _link(root, report, FEED, "self")
    _link(root, report, "", "alternate")
    title = f"Edition {settings.edition}"
    said = (title, settings.report_date, f"{made_up}{home}", "")
    _entry(root, report, ("edition",), *said)
    newest = sorted(
        report.inputs.corrections,
        key=lambda c: (-c.published.toordinal(), c.indicator, c.period, c.area, c.organisation),
    )
    for changed in newest:
        title, summary = _corrected(changed, report)
        key = (str(changed.published), title, summary)
        _entry(root, report, key, title, changed.published, f"{made_up}{summary}", CORRECTIONS)
    Xml.indent(root)
    return File(FEED, Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _corrected(changed: Correction, report: Report) -> tuple[str, str]:
    """What was changed, and why."""
    indicator = report.inputs.indicators.get(changed.indicator)
    what = indicator.title if indicator else changed.indicator
    where = names.area(changed.area or report.settings.main_area, report.inputs)
    part = names.part(changed.organisation, "", "", report.inputs)
    title = f"{changed.kind.capitalize()}: {what}, {', '.join(filter(None, (where, part)))}"
    moved = f"Was {changed.old}, is now {changed.new}." if changed.old and changed.new else ""
    said = (moved, changed.reason, changed.effect)
    return f"{title}, {periods.words(changed.period)}", " ".join(filter(None, said))


def _entry(
    root: Xml.Element,
    report: Report,
    key: tuple[str, ...],
    title: str,
    day: date,
    summary: str,
    address: str,
) -> None:
    entry = Xml.SubElement(root, "entry")
    _text(entry, "id", _id(report, *key))
    _text(entry, "title", title)
    _text(entry, "updated", _midnight(day))
    _text(entry, "summary", summary or title)
    _link(entry, report, address, "alternate")


def _link(parent: Xml.Element, report: Report, address: str, relation: str) -> None:
    href = absolute(address, report.settings) or address or "./"
    Xml.SubElement(parent, "link", rel=relation, href=href)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = _NOT_XML.sub("\ufffd", text)


def _id(report: Report, *key: str) -> str:
    """The same id whenever the same thing is told: from the site, the edition and its name."""
    settings = report.settings
    said = "\n".join((settings.publisher, settings.site_name, settings.edition, *key))
    return uuid.uuid5(uuid.NAMESPACE_URL, said).urn


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

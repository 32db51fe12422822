from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Xml

import pytest

from generator.model.correction import Correction
from generator.model.metric import Id
from generator.model.page import Dataset, Measured, Page
from generator.model.period import parse
from generator.model.report import Report
from generator.model.source import Source
from generator.publish.feed import feed
from generator.publish.html import parse as parse_html
from generator.publish.linked_data import json_ld
from generator.publish.sharing import sharing
from tests.publish.small_report import PROVE, SITE, report
from tests.report_examples import MAIN

HOSTILE = "</script><script>alert(1)</script> & <!-- \u2028 \u2029"
ATOM = "{http://www.w3.org/2005/Atom}"
DATASET = Dataset(
    name="Loneliness",
    description="Adults who often feel lonely.",
    measured=(Measured("Loneliness", "%", "Asked once a year.", "proportion, Wilson interval"),),
    areas=((MAIN, "Aldermoor"),),
    start=date(2023, 4, 1),
    end=date(2025, 3, 31),
    sources=(Source("Resident survey", "Aldermoor Council", "https://example.org/survey"),),
    files=(("All values", "data/a.csv"),),
)


def at(site_url: str, **changed: object) -> Report:
    """The report of a site that says where it is shown, or does not ("")."""
    made = report()
    inputs = replace(made.inputs, **changed)  # type: ignore[arg-type]
    return replace(made, settings=replace(made.settings, site_url=site_url), inputs=inputs)


def data(
    dataset: Dataset = DATASET, made_up: bool = False, site_url: str = ""
) -> dict[str, object]:
    text = json_ld(dataset, "indicators/a/", made_up, at(site_url), {"data/a.csv": 31})
    return dict(json.loads(text))


def test_a_data_set_names_all_that_a_search_for_data_asks_for() -> None:
    said = data(site_url="https://example.org/2026/")
    settings = report().settings
    assert said["@type"] == "Dataset"
    assert said["name"] == "Loneliness"
    assert said["creator"] == {"@type": "Organization", "name": settings.publisher}
    assert said["identifier"] == "https://example.org/2026/indicators/a/"
    assert said["dateCreated"] == said["dateModified"] == settings.report_date.isoformat()
    assert said["temporalCoverage"] == "2023-04-01/2025-03-31"
    assert said["spatialCoverage"] == [{"@type": "Place", "name": "Aldermoor", "identifier": MAIN}]
    assert said["license"] == settings.licence.url
    assert said["variableMeasured"] == [
        {
            "@type": "PropertyValue",
            "name": "Loneliness",
            "unitText": "%",
            "description": "Asked once a year.",
            "measurementTechnique": "proportion, Wilson interval",
        }
    ]
    assert said["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "Resident survey",
            "url": "https://example.org/survey",
            "publisher": {"@type": "Organization", "name": "Aldermoor Council"},
        }
    ]
    assert said["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "All values",
            "encodingFormat": "text/csv",
            "contentUrl": "https://example.org/2026/data/a.csv",
            "contentSize": "31 B",
        }
    ]


def test_without_an_address_files_are_named_from_the_page() -> None:
    said = data()
    assert said["identifier"] == f"{report().settings.edition}/indicators/a/"
    assert "url" not in said
    assert said["distribution"][0]["contentUrl"] == "../../data/a.csv"  # type: ignore[index]


def test_made_up_data_say_so_to_machines() -> None:
    said = data(made_up=True)
    assert said["name"] == "Loneliness (illustrative)"
    assert said["creativeWorkStatus"] == "Illustrative"
    assert str(said["description"]).startswith("Illustrative: the numbers and stories are made up.")


def test_no_text_can_end_the_element_that_holds_it() -> None:
    source = Source(HOSTILE, HOSTILE, "javascript:alert(1)")
    measured = (Measured(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)
    hostile = replace(DATASET, name=HOSTILE, description=HOSTILE, measured=measured)
    hostile = replace(hostile, areas=((HOSTILE, HOSTILE),), sources=(source,))
    text = json_ld(hostile, "indicators/a/", False, at(""), {})
    assert not set("<>&\u2028\u2029") & set(text)
    said = json.loads(text)
    assert said["name"] == HOSTILE  # and reads back as it was written
    assert "url" not in said["isBasedOn"][0]


@pytest.mark.parametrize(
    ("element", "scripts"),
    [
        ('<script type="application/ld+json">{}</script>', 0),
        ('<script type="application/json">{}</script>', 0),
        ('<script type="json">{}</script>', 1),
        ('<script type="text/javascript;json">{}</script>', 1),
        ("<script>{}</script>", 1),
        ('<script type="module">{}</script>', 1),
    ],
)
def test_only_data_may_stand_in_a_page(element: str, scripts: int) -> None:
    assert parse_html(element).inline_scripts == scripts


def test_pages_with_numbers_can_be_cited() -> None:
    made = at("https://example.org/2026/")
    said = sharing(PROVE, made, {})
    settings = made.settings
    assert said["cite"] == (
        f"{settings.publisher} (2026). Prove [illustrative]. "
        f"{settings.site_name or 'Impact report'}, edition {settings.edition}, 4 June 2026. "
        "https://example.org/2026/prove/"
    ).replace(" [illustrative]", " [illustrative]" * made_up(made))
    assert sharing(Page("a.md", "Accessibility", "", ""), made, {}) == {}
    assert "dataset" in sharing(replace(PROVE, dataset=DATASET), made, {})


def made_up(made: Report) -> bool:
    return all(package.status == "illustrative" for package in made.inputs.packages)


def corrected(day: date, reason: str) -> Correction:
    return Correction(
        day, Id("loneliness"), parse("2023/24"), MAIN, "corrected", reason, old="21", new="20"
    )


def entries(made: Report) -> list[Xml.Element]:
    return Xml.fromstring(feed(made, SITE).content).findall(f"{ATOM}entry")


def test_the_feed_tells_the_edition_and_each_correction_the_newest_first() -> None:
    changed = (corrected(date(2026, 1, 5), "Old"), corrected(date(2026, 3, 1), f"New {HOSTILE}"))
    made = at("https://example.org/2026/", corrections=changed)
    root = Xml.fromstring(feed(made, SITE).content)
    links = {e.get("rel"): e.get("href") for e in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/2026/feed.xml",
        "alternate": "https://example.org/2026/",
    }
    found = [(e.findtext(f"{ATOM}updated"), e.findtext(f"{ATOM}title")) for e in entries(made)]
    assert [day for day, _ in found] == [
        "2026-06-04T00:00:00Z",
        "2026-03-01T00:00:00Z",
        "2026-01-05T00:00:00Z",
    ]
    assert found[0][1] == f"Edition {made.settings.edition}"
    assert str(found[1][1]).startswith("Corrected: ")
    summary = str(entries(made)[1].findtext(f"{ATOM}summary"))
    assert "Was 21, is now 20. New </script>" in summary


def test_the_feed_of_a_site_without_an_address_links_from_where_it_stands() -> None:
    made = at("", corrections=(corrected(date(2026, 1, 5), "Old"),))
    links = [e.find(f"{ATOM}link") for e in entries(made)]
    assert [link.get("href") for link in links if link is not None] == ["./", "corrections/"]


def test_an_entry_keeps_its_id_when_others_come() -> None:
    first = corrected(date(2026, 1, 5), "Old")
    later = corrected(date(2026, 3, 1), "New")

    def ids(*changed: Correction) -> list[str | None]:
        return [e.findtext(f"{ATOM}id") for e in entries(at("", corrections=changed))]

    edition, old = ids(first)
    assert ids(first, later)[::2] == [edition, old]
    assert len(set(ids(first, later))) == 3


def test_a_character_that_xml_has_not_is_replaced() -> None:
    made = at("", corrections=(corrected(date(2026, 1, 5), "a\x0bb"),))
    assert "a\ufffdb" in str(entries(made)[1].findtext(f"{ATOM}summary"))

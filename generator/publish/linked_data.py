"""The data that a page offers as a schema.org Dataset in JSON-LD, for the head of the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model.page import Dataset
from ..model.report import Report
from ..model.settings import Settings
from ..pages.parts.address import link
from ..pages.parts.known.sources import web
from ..wording.citations import MADE_UP, absolute

FORMATS = {"csv": "text/csv", "json": "application/json"}
_CLOSING = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""Characters by which a text could end the script element that it stands in."""


def json_ld(
    dataset: Dataset, address: str, illustrative: bool, report: Report, sizes: Mapping[str, int]
) -> str:
    """The JSON of a page's data set. `sizes` gives the bytes of each file by its path.

    Addresses are whole where the site says where it is shown, else relative to the page.
    """
    settings = report.settings
    day = settings.report_date.isoformat()
    made_up = f"{MADE_UP} " if illustrative else ""
    content = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": f"{dataset.name} (illustrative)" if illustrative else dataset.name,
        "description": f"{made_up}{dataset.description}",
        "identifier": absolute(address, settings) or f"{settings.edition}/{address}",
        "url": absolute(address, settings),
        "version": settings.edition,
        "creativeWorkStatus": "Illustrative" if illustrative else "Published",
        "creator": {"@type": "Organization", "name": settings.publisher},
        "dateCreated": day,
        "dateModified": day,
        "temporalCoverage": f"{dataset.start}/{dataset.end}" if dataset.start else "",
        "spatialCoverage": [
            {"@type": "Place", "name": name, "identifier": code} for code, name in dataset.areas
        ],
        "license": settings.licence.url or settings.licence.title,
        "variableMeasured": [
            _filled(
                {
                    "@type": "PropertyValue",
                    "name": one.name,
                    "unitText": one.unit,
                    "description": one.description,
                    "measurementTechnique": one.method,
                }
            )
            for one in dataset.measured
        ],
        "isBasedOn": [
            _filled(
                {
                    "@type": "CreativeWork",
                    "name": source.title,
                    "url": web(source.url),
                    "publisher": source.publisher
                    and {"@type": "Organization", "name": source.publisher},
                }
            )
            for source in dataset.sources
        ],
        "distribution": [
            _download(name, path, address, settings, sizes) for name, path in dataset.files
        ],
    }
    return json.dumps(_filled(content), ensure_ascii=False).translate(_CLOSING)


def _download(
    name: str, path: str, address: str, settings: Settings, sizes: Mapping[str, int]
) -> dict[str, Any]:
    return _filled(
        {
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": FORMATS[path.rsplit(".", 1)[1]],
            "contentUrl": absolute(path, settings) or link(address, path),
            "contentSize": f"{sizes[path]} B" if path in sizes else "",
        }
    )


def _filled(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value}

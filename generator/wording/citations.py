"""How a page is cited, and how whoever uses its data says where they are from."""

from __future__ import annotations

from generator.model.settings import Settings

from . import periods

MADE_UP = "Illustrative: the numbers and stories are made up."
SOME_MADE_UP = "Some of the numbers and stories are made up: the column status says which."


def citation(title: str, address: str, settings: Settings, illustrative: bool = False) -> str:
    """Publisher, year, title, version, day, and address where the site has one."""
    from_day = settings.report_date
    where = absolute(address, settings)
    return (
        f"{settings.publisher} ({from_day.year}). {title}{' [illustrative]' * illustrative}. "
        f"{settings.site_name or 'Impact report'}, edition {settings.edition}, "
        f"{periods.day(from_day)}.{f' {where}' if where else ''}"
    )


def attribution(settings: Settings) -> str:
    """The line to copy for whoever uses the data."""
    where = f", {settings.site_url}" if settings.site_url else ""
    named = f"{settings.site_name}, edition {settings.edition}"
    return (
        f"Contains data from {settings.publisher}: {named}{where}. "
        f"Licensed under the {settings.licence.title}."
    )


def absolute(address: str, settings: Settings) -> str:
    """The whole address of a page or file; "" where the site does not say where it is shown."""
    return f"{settings.site_url.rstrip('/')}/{address}" if settings.site_url else ""

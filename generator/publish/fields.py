"""The columns of the data beside the pages, in words: the schemas of data/datapackage.json."""

from __future__ import annotations

from collections.abc import Mapping

_GROUP = "The group, such as sex=female;ethnic_group=black; blank for everyone"
_PERIOD = "The period, in its canonical form"
STATUS = "illustrative (made up), provisional or final: that of the data it rests on"

RESULTS = {
    "indicator": "The indicator's id",
    "frequency": "Length and start of the period: month, quarter, year-04, years_3-01, point",
    "period": _PERIOD,
    "period_start": "First day of the period",
    "period_end": "Last day of the period",
    "area": "Official code of the area",
    "organisation": "The organisation's id; blank for all organisations",
    "programme": "The programme's id; blank for all programmes",
    "group": _GROUP,
    "value": "The indicator's value, unrounded, in its unit; blank where there is none",
    "lower": "Lower end of the interval",
    "upper": "Upper end of the interval",
    "confidence": "Confidence of the interval, such as 0.95",
    "numerator": "Numerator of the value",
    "denominator": "Denominator of the value",
    "base": "How many people or answers the value rests on",
    "method": "How the value and its interval were computed",
    "flag": "Shorthand of the Government Analysis Function, several parted by a space",
    "computed": "Blank as reported; else summed over …, or difference of year-to-date figures",
    "reported_by": "How many of those expected have reported, such as 11 of 15",
    "status": STATUS,
}
READINGS = {
    "indicator": "The indicator's id",
    "area": "Official code of the area",
    "organisation": "The organisation's id; blank for all organisations",
    "programme": "The programme's id; blank for all programmes",
    "group": _GROUP,
    "reading": "What is read: since baseline, towards target, against a comparator, on a card",
    "verdict": "The reading in a word or phrase of a fixed list",
    "finding": "The reading in a sentence",
    "period": _PERIOD,
    "value": "The value that is read, unrounded",
    "reference_period": "The period that it is held against",
    "reference_area": "The area that it is held against",
    "reference_value": "The value that it is held against, unrounded",
    "difference": "What lies between the two",
    "lower": "Lower end of the difference's interval",
    "upper": "Upper end of the difference's interval",
    "reason": "Why there is no verdict, where there is none",
    "working": "Where the working is shown, from the root of the site",
    "status": STATUS,
}
STORIES = {
    "story": "The story's id",
    "title": "Its title",
    "about": "Ids of the indicators and outcomes that it is about, parted by a space",
    "area": "Official code of the area",
    "organisation": "The organisation's id",
    "programme": "The programme's id",
    "date": "When it was told",
    "told_by": "first (by the person), third (by somebody else) or composite (of several people)",
    "chosen": "How it was chosen",
    "typical": "Whether the experience is typical: yes, no or unknown",
    "names_changed": "Whether names and details were changed: yes or no",
    "address": "Where it can be read, from the root of the site",
    "status": STATUS,
}
LEARNING = {
    "id": "The record's id",
    "date": "When it was learned, said or decided",
    "kind": "assumption, unintended_consequence, people_said, decision or data_gap",
    "about": "Ids of what it is about, parted by a space",
    "what": "What was seen, said or decided",
    "so_what": "Why it matters",
    "effect": "Whom it helps or harms, or what came of it",
    "action": "What is done about it; blank where nothing is to be done",
    "owner": "The role that answers for the action",
    "due": "The day by which the action is to be done",
    "action_status": "to_do, under_way, done or dropped; blank without an action",
    "days_overdue": "Days from due to the report's date, where the action is still open; else 0",
    "closed": "The day on which the action was done or dropped",
    "used": "Where it was used since",
    "address": "Where it can be read, from the root of the site",
    "status": STATUS,
}
CHART = {"status": STATUS}


def schema(columns: Mapping[str, str], descriptions: Mapping[str, str]) -> dict[str, object]:
    """The Table Schema of columns, given with their types; `descriptions` may leave some out."""
    fields = []
    for name, kind in columns.items():
        field = {"name": name, "type": kind}
        if name in descriptions:
            field["description"] = descriptions[name]
        fields.append(field)
    return {"fields": fields, "missingValues": [""]}

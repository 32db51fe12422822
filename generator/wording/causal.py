"""Words that say that one thing caused another, and what can be written where nobody knows.

English and no more: it finds what people write when they mean it, not what they hide. "Caused" and
"led to" are refused beside a number by the publishing checklist, section 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_THE_WORK = (
    r"(?:we|they|it|the\s+(?:\w+\s+)?(?:work|pilot|money|funding|council|plan|strategy|campaign)|"
    r"(?:\w+\s+)?(?:hubs?|programmes?|projects?|schemes?|services?|partners?|grants?|"
    r"interventions?|teams?))"
)
_PEOPLE = (
    r"(?:the\s+|our\s+|these\s+|more\s+|many\s+|some\s+|most\s+)?(?:\w+\s+)?(?:people|residents|"
    r"adults|children|carers|families|women|men|them|us|lives|life|tenants|patients|parents)"
)
_AFTER, _BESIDE = "after", "at the same time as"
# What is found, and what would hold in its place. The first that is found is told.
_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:has |have |had )?le(?:d|ads?) (?:directly )?to", _AFTER),
    (r"leading (?:directly )?to", _AFTER),
    (r"because of", _BESIDE),
    (r"thanks to", _BESIDE),
    # "due to open in March" speaks of a day.
    (
        r"due to(?! (?:be|begin|close|come|end|expire|finish|happen|hear|launch|meet|move|open|"
        r"publish|reach|report|return|run|start|take)\b)",
        _BESIDE,
    ),
    (r"owing to", _BESIDE),
    (r"on account of", _BESIDE),
    (r"as a (?:direct )?(?:result|consequence)(?: of)?", _AFTER),
    (r"(?:is|was|are|were) (?:a|the) (?:direct )?(?:result|consequence) of", _AFTER),
    (r"result(?:ed|ing) (?:in|from)", _AFTER),
    (r"(?:it|that|this|which|work|support|help) results in", _AFTER),
    (r"caus(?:ed|ing)", _AFTER),
    (
        r"causes (?=(?:an?|the|this|these|people|more|less|fewer|higher|lower|better|worse)\b)",
        _AFTER,
    ),
    (r"(?:a|the) (?:main |real |root )?(?:cause|causes) of", _AFTER),
    (r"(?:is|was|are|were) (?:the|one) reasons? (?:why|for|that)", _BESIDE),
    (r"brought (?:about|down|up)", _AFTER),
    (r"g(?:i|a)ve(?:s|n)? rise to", _AFTER),
    (r"contribut(?:e|es|ed|ing) to", _BESIDE),
    (r"(?:attributable|attributed) to", _BESIDE),
    (r"driv(?:en|ing) (?:by|down|up)", _BESIDE),
    (r"drove (?:down|up)", _AFTER),
    (r"(?:is|was|are|were) down to (?!\d|£|about|under|below|around)", _BESIDE),
    (r"(?:made|makes?|making) (?:a|the) (?:\w+ )?difference", _AFTER),
    (
        rf"(?:made|makes?|making) {_PEOPLE} (?:\w+ ){{0,2}}(?:less|more|feel|better|worse|safer|"
        r"happier|healthier|lonelier|lonely|happy|well)",
        _AFTER,
    ),
    (
        r"(?:made|makes?|making) (?!by\b|up\b|of\b|from\b)(?:\w+ ){1,4}(?:fall|drop|rise|shrink|"
        r"grow|improve|worsen|increase|decrease|go (?:up|down))",
        _AFTER,
    ),
    (
        r"help(?:s|ed|ing)? (?:to )?(?:\w+ ){0,3}(?:feel|find|get|stay|keep|live|reduce|lower|cut|"
        r"raise|improve|increase|bring|prevent)",
        _AFTER,
    ),
    (
        rf"{_THE_WORK} (?:has |have |had )?(?:also |clearly )?(?:reduced|lowered|halved|improved|"
        r"boosted|prevented|saved)",
        _AFTER,
    ),
    (r"the (?:effect|impact) of (?:the|our|this|these)", _BESIDE),
)
_FOUND = tuple(
    (re.compile(rf"\b{form}\b".replace(" ", r"\s+"), re.IGNORECASE), instead)
    for form, instead in _FORMS
)
# "We cannot say that the hubs led to this" says the opposite, up to the next turn of the sentence.
_DENIED = re.compile(
    r"\b(?:(?:can(?:not|['’]t|\s+not)|could\s+not|do(?:es)?(?:\s+not|n['’]t)|did\s+not|nobody\s+can|"
    r"no\s+one\s+can)\s+(?:\w+\s+)?(?:say|tell|know|show|mean|prove|claim|conclude)s?|nobody\s+knows|"
    r"no\s+\w+\s+(?:here\s+)?(?:says?|shows?|proves?)|no\s+evidence|not\s+clear|unclear|whether)\b"
    r"(?!\s+(?:only|just)\b)(?:(?!\b(?:but|yet|still|however)\b)[^;:–—])*$",
    re.IGNORECASE,
)
_NEAR = 300
"""Characters before the words in which it is looked for."""


@dataclass(frozen=True)
class Cause:
    """`words` as written that give a cause, and what could stand `instead`."""

    words: str
    instead: str


def cause(text: str) -> Cause | None:
    """The first words of `text` that say that one thing caused another; None where there are none.

    A sentence that says that nobody knows the cause gives none.
    """
    for sentence in re.split(r"(?<=[.?!])\s+", text):
        for form, instead in _FOUND:
            for found in form.finditer(sentence):
                start = found.start()
                if not _DENIED.search(sentence[max(0, start - _NEAR) : start]):
                    return Cause(" ".join(found[0].split()), instead)
    return None

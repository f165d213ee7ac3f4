"""Errors, checks and states in words for people, once for both faces."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uadesk.desk.words.arrivals import (
        arrival_sentence,
        arrival_words,
        bulletin_words,
        imported_words,
        refusal_sentence,
        summary_lines,
        tally_sentence,
    )
    from uadesk.desk.words.changes import change_heading, change_sentences
    from uadesk.desk.words.checks import by_sentence, check_sentence, field_word
    from uadesk.desk.words.dates import long_date, weekday_date, weekday_word
    from uadesk.desk.words.duplicates import likeness_sentence, part_word
    from uadesk.desk.words.lists import column_sentence, list_field_word, problem_sentence
    from uadesk.desk.words.postage import (
        class_words,
        held_words,
        money_words,
        postage_words,
        stamp_notes,
        too_late_sentence,
        zone_words,
    )
    from uadesk.desk.words.recognising import (
        difference_lines,
        difference_word,
        effect_sentence,
        may_belong_sentence,
        proposal_sentence,
        proposal_word,
        reason_words,
    )
    from uadesk.desk.words.replies import report_words, step_word, tally_words
    from uadesk.desk.words.reports import (
        REPORT_KINDS,
        report_beside,
        report_columns,
        report_key,
        report_span,
        report_word,
        span_words,
    )
    from uadesk.desk.words.sentences import sentence
    from uadesk.desk.words.sheets import done_sentence, done_sentences, letter_tips
    from uadesk.desk.words.states import (
        channel_word,
        damage_sentence,
        deadline,
        finding_sentence,
        kind_word,
        late_sentence,
        marked_sentence,
        outcome_sentence,
        role_word,
        silent_sentence,
        stage_word,
        state_word,
        status_word,
    )

__all__ = [
    "REPORT_KINDS",
    "arrival_sentence",
    "arrival_words",
    "bulletin_words",
    "by_sentence",
    "change_heading",
    "change_sentences",
    "channel_word",
    "check_sentence",
    "class_words",
    "column_sentence",
    "damage_sentence",
    "deadline",
    "difference_lines",
    "difference_word",
    "done_sentence",
    "done_sentences",
    "effect_sentence",
    "field_word",
    "finding_sentence",
    "held_words",
    "imported_words",
    "kind_word",
    "late_sentence",
    "letter_tips",
    "likeness_sentence",
    "list_field_word",
    "long_date",
    "marked_sentence",
    "may_belong_sentence",
    "money_words",
    "outcome_sentence",
    "part_word",
    "postage_words",
    "problem_sentence",
    "proposal_sentence",
    "proposal_word",
    "reason_words",
    "refusal_sentence",
    "report_beside",
    "report_columns",
    "report_key",
    "report_span",
    "report_word",
    "report_words",
    "role_word",
    "sentence",
    "silent_sentence",
    "span_words",
    "stage_word",
    "stamp_notes",
    "state_word",
    "status_word",
    "step_word",
    "summary_lines",
    "tally_sentence",
    "tally_words",
    "too_late_sentence",
    "weekday_date",
    "weekday_word",
    "zone_words",
]

_PARTS = (
    "sentences",
    "dates",
    "checks",
    "states",
    "lists",
    "changes",
    "reports",
    "sheets",
    "replies",
    "duplicates",
    "postage",
    "recognising",
    "arrivals",
)
"""The modules of this package that say something, those first that know least of the program."""


def __getattr__(name: str) -> Any:
    """Import what says this when it is first wanted: few calls of the program need all of it."""
    if name in __all__:
        for part in _PARTS:
            module = import_module(f"{__name__}.{part}")
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

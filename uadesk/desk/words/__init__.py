"""Errors, checks and states in words for people, once for both faces."""

from uadesk.desk.words import desk_errors, file_errors, paper_errors
from uadesk.desk.words.changes import change_heading, change_sentences
from uadesk.desk.words.checks import check_sentence, field_word
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
    long_date,
    marked_sentence,
    outcome_sentence,
    role_word,
    silent_sentence,
    stage_word,
    state_word,
    status_word,
    weekday_date,
    weekday_word,
)

__all__ = [
    "REPORT_KINDS",
    "change_heading",
    "change_sentences",
    "channel_word",
    "check_sentence",
    "class_words",
    "column_sentence",
    "damage_sentence",
    "deadline",
    "desk_errors",
    "done_sentence",
    "done_sentences",
    "field_word",
    "file_errors",
    "finding_sentence",
    "held_words",
    "kind_word",
    "late_sentence",
    "letter_tips",
    "likeness_sentence",
    "list_field_word",
    "long_date",
    "marked_sentence",
    "money_words",
    "outcome_sentence",
    "paper_errors",
    "part_word",
    "postage_words",
    "problem_sentence",
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
    "tally_words",
    "too_late_sentence",
    "weekday_date",
    "weekday_word",
    "zone_words",
]

"""Errors, checks and states in words for people, once for both faces."""

from uadesk.desk.words.checks import check_sentence, field_word
from uadesk.desk.words.errors import sentence
from uadesk.desk.words.states import (
    channel_word,
    deadline,
    finding_sentence,
    kind_word,
    late_sentence,
    long_date,
    outcome_sentence,
    report_key,
    report_word,
    role_word,
    stage_word,
    state_word,
    status_word,
)

__all__ = [
    "channel_word",
    "check_sentence",
    "deadline",
    "field_word",
    "finding_sentence",
    "kind_word",
    "late_sentence",
    "long_date",
    "outcome_sentence",
    "report_key",
    "report_word",
    "role_word",
    "sentence",
    "stage_word",
    "state_word",
    "status_word",
]

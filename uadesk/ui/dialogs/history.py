"""What became of one letter: every step with its day and time, and the replies to it."""

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtWidgets import QWidget

from uadesk.base.language import _
from uadesk.desk.history import letter_history
from uadesk.desk.replies import list_replies
from uadesk.desk.words import channel_word, long_date, report_words, step_word
from uadesk.domain.rows import LetterRow, ReplyFilter, ReplyRow, StepRow
from uadesk.ui.context import Context
from uadesk.ui.dialogs.said import SaidDialog


class HistoryDialog(SaidDialog):
    """The steps of a letter, those that were taken back too; the list can be copied."""

    def __init__(self, context: Context, row: LetterRow, parent: QWidget | None = None) -> None:
        """Raises LetterGoneError."""
        steps = letter_history(context.desk, row.ident)
        replies = list_replies(context.desk, ReplyFilter(letter_id=row.ident))
        lines = [step_line(step) for step in steps]
        lines += [_reply_line(each, context) for each in reversed(replies)]
        super().__init__(_("Letter {code}").format(code=row.code), _about(row), lines, parent)


def step_line(step: StepRow) -> str:
    """A step as one reads it: "printed, Tuesday, 3 June 2025, 20:14"."""
    locale, local = QLocale(), step.at.astimezone()
    time = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    happened = local.date() if step.is_back else step.day
    day = locale.toString(QDate(happened.year, happened.month, happened.day), QLocale.FormatType.LongFormat)
    if local.date() == happened:
        return _("{what}, {day}, {time}").format(what=step_word(step), day=day, time=time)
    entered = long_date(local.date())
    return _("{what}, {day} (entered {entered}, {time})").format(
        what=step_word(step), day=day, entered=entered, time=time
    )


def _about(row: LetterRow) -> str:
    said = _("{member} to {addressee} on {case}, {channel}").format(
        member=row.member, addressee=row.addressee, case=row.case, channel=channel_word(row.channel)
    )
    if row.evening is None:
        return said
    return _("{letter}; evening of {day}").format(letter=said, day=long_date(row.evening))


def _reply_line(row: ReplyRow, context: Context) -> str:
    reply = row.reply
    said = _("reply from {sender}, {day}").format(sender=reply.sender, day=long_date(reply.received))
    if reply.says:
        said = _("{reply}: {words}").format(reply=said, words=" ".join(reply.says.split()))
    office = report_words(reply, context.today)
    return _("{reply} ({office})").format(reply=said, office=office)

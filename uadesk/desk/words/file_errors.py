"""Sentences about files: what is read, what is written, and the desk's own database."""

from uadesk.base.child import ReaderDiedError
from uadesk.base.language import N_, _
from uadesk.desk.backups import BackupFolderMissingError, BackupMissingError, BackupNotWrittenError, NoDeskYetError
from uadesk.desk.desk import DamagedDeskError, HomeNotWritableError
from uadesk.desk.samples import NotASampleError
from uadesk.desk.saving import FileNotWrittenError
from uadesk.desk.source_files import FileUnreadableError
from uadesk.desk.words.sentences import sentence
from uadesk.reading.errors import NoPageError, NotABulletinError, UnreadableAnswerError
from uadesk.reading.members.errors import MissingColumnsError, NotAMemberListError
from uadesk.store.errors import (
    DeskClosedError,
    DeskDamagedError,
    DeskLockedError,
    DeskReadOnlyError,
    DeskUnreachableError,
    DiskFullError,
    NewerDeskError,
    NotADeskError,
    StoreError,
)

_NO_BULLETIN = {
    "empty": N_("{name} is empty; choose the bulletin's own file, or copy its text and paste it."),
    "binary": N_("{name} holds no text; choose the bulletin's own file, or copy its text and paste it."),
    "too_large": N_("{name} is far too large for a bulletin; choose another file."),
    "damaged": N_("{name} is damaged or not complete; ask for it anew, or copy its text and paste it into UADesk."),
    "locked": N_("{name} is locked with a password; open it, copy its text and paste it into UADesk."),
    "unsafe": N_(
        "{name} was not opened: no word processor makes such a file. Ask for the text, and paste it into UADesk."
    ),
    "scanned_pdf": N_(
        "{name} holds pictures of pages and no text; ask the office for its text, or type it, and paste it into UADesk."
    ),
    "no_bulletin": N_("{name} is no urgent action: it names no case, nobody to write to and nothing to ask for."),
    "news": N_("{name} is news about a case, not a bulletin: it names nobody to write to."),
}
_PICTURE = N_(
    "{name} is a picture and holds no text; ask the office for its text, or type it, and paste it into UADesk."
)
_OLD_WORD = N_("{name} is an old Word file (.doc), which is not read; open it and save it as .docx.")
_OUTLOOK = N_("{name} is a mail of Outlook (.msg), which is not read; open it and save it as text, or as .eml.")
_UNSUPPORTED = N_("{name} is {kind} file, which is not read yet; open it, copy its text and paste it into UADesk.")
_NO_LIST = {
    "empty": N_("{name} is empty; choose another list."),
    "binary": N_("{name} is no list; save the list as Excel (xlsx) or CSV and choose that file."),
    "too_large": N_("{name} is far too large for a list of members; choose another file."),
    "damaged": N_("{name} is damaged or not complete; open it elsewhere, save it anew and choose that file."),
    "locked": N_("{name} is locked with a password; open it, save it without a password and choose that file."),
    "unsafe": N_("{name} was not opened: no spreadsheet program makes such a file. Ask for the list as CSV."),
}
_LIST_UNSUPPORTED = N_("{name} is {kind} file; save the list as Excel (xlsx) or CSV and choose that file.")
_KINDS = {
    "pdf": N_("a PDF"),
    "docx": N_("a Word"),
    "doc": N_("a Word"),
    "pptx": N_("a PowerPoint"),
    "xlsx": N_("an Excel"),
    "xls": N_("an older Excel (xls)"),
    "xlsb": N_("a binary Excel (xlsb)"),
    "odt": N_("an OpenDocument"),
    "ods": N_("an OpenDocument (ods)"),
    "rtf": N_("an RTF"),
    "zip": N_("a ZIP"),
    "numbers": N_("a Numbers"),
    "html": N_("an HTML"),
}
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic")
"""How pictures' files end."""


@sentence.register
def _reader_died(error: ReaderDiedError) -> str:
    name = error.name or _("The file")
    if error.timed_out:
        said = _(
            "{name} took too long to read and was stopped; open it elsewhere, copy its text and paste it into UADesk."
        )
        return said.format(name=name)
    said = _("{name} could not be read: it is damaged or far too large. Copy its text and paste it into UADesk.")
    return said.format(name=name)


@sentence.register
def _file_unreadable(error: FileUnreadableError) -> str:
    if error.reason == "too_large":
        return _("{name} is far too large for a bulletin or a list; choose another file.").format(name=error.name)
    return _("{name} could not be opened ({reason}); check that it is there and that you may read it.").format(
        name=error.name, reason=error.reason
    )


@sentence.register
def _home_not_writable(error: HomeNotWritableError) -> str:
    return _(
        "The folder {folder} cannot be written ({reason}); choose another with --home, or ask for the right to write."
    ).format(folder=error.folder, reason=error.reason)


@sentence.register
def _backup_not_written(error: BackupNotWrittenError) -> str:
    return _("The backup could not be written to {path} ({reason}); choose another place.").format(
        path=error.path, reason=error.reason
    )


@sentence.register
def _backup_folder_missing(error: BackupFolderMissingError) -> str:
    return _("There is no folder {folder}, so no backup was made; plug the disk in, or make the folder first.").format(
        folder=error.folder
    )


@sentence.register
def _backup_missing(error: BackupMissingError) -> str:
    return _("There is no file {path} to restore from; choose one of the backups.").format(path=error.path)


@sentence.register
def _no_desk_yet(error: NoDeskYetError) -> str:
    return _("There is no desk at {path} yet; look whether this is the right folder.").format(path=error.path)


@sentence.register
def _damaged_desk(error: DamagedDeskError) -> str:
    return _("{path} is no desk of UADesk, or it is damaged; put back the newest backup, {backup}.").format(
        path=error.path, backup=error.backup
    )


@sentence.register
def _not_a_sample(error: NotASampleError) -> str:
    return _("{folder} holds a desk with real people, which was not touched; choose another folder.").format(
        folder=error.folder
    )


@sentence.register
def _file_not_written(error: FileNotWrittenError) -> str:
    return _("{path} could not be written ({reason}); choose another place, or make room on the disk.").format(
        path=error.path, reason=error.reason
    )


@sentence.register
def _not_a_bulletin(error: NotABulletinError) -> str:
    name, reason = error.name, error.reason
    if reason == "unsupported_doc":
        return _(_OUTLOOK if name.lower().endswith(".msg") else _OLD_WORD).format(name=name)
    if reason == "unsupported_zip" and name.lower().endswith(".odt"):
        reason = "unsupported_odt"
    if reason == "binary" and name.lower().endswith(_PICTURES):
        return _(_PICTURE).format(name=name)
    return _refused(name, reason, _NO_BULLETIN, _UNSUPPORTED)


@sentence.register
def _not_a_member_list(error: NotAMemberListError) -> str:
    return _refused(error.name, error.reason, _NO_LIST, _LIST_UNSUPPORTED)


@sentence.register
def _missing_columns(error: MissingColumnsError) -> str:
    return _("{name} has no column of names; give one the heading “Name” (found: {headers}).").format(
        name=error.name, headers=", ".join(error.headers) or _("none")
    )


@sentence.register
def _no_page(error: NoPageError) -> str:
    return _("Page {page} of {name} cannot be shown: the file is damaged. Its text is beside it.").format(
        page=error.page + 1, name=error.name
    )


@sentence.register
def _unreadable_answer(error: UnreadableAnswerError) -> str:
    return _("{name} could not be read; copy its text and paste it into UADesk.").format(name=error.name)


@sentence.register
def _store(error: StoreError) -> str:
    return _(_STORE[type(error)]).format(path=error.path)


_STORE: dict[type[StoreError], str] = {
    StoreError: N_("The desk's file {path} could not be used."),
    NotADeskError: N_("{path} is no desk of UADesk, or it is damaged; put back a backup, or choose another folder."),
    NewerDeskError: N_(
        "{path} was written by a newer UADesk; it was not touched. Install the newer version to open it."
    ),
    DeskLockedError: N_(
        "{path} is in use by another program, so nothing was written; close that program and try again."
    ),
    DeskClosedError: N_("The desk in {path} was closed meanwhile, so nothing was written; open it again."),
    DeskReadOnlyError: N_("{path} cannot be written; ask for the right to write there, or choose another folder."),
    DiskFullError: N_("The disk is full, so nothing was written to {path}; make room on it and try again."),
    DeskUnreachableError: N_("{path} cannot be reached; plug the disk in again, or check the folder."),
    DeskDamagedError: N_("{path} is damaged; put back a backup of it."),
}


def _refused(name: str, reason: str, known: dict[str, str], unsupported: str) -> str:
    """The sentence of a reason; `unsupported_pdf` names its format."""
    if reason in known:
        return _(known[reason]).format(name=name)
    kind = reason.removeprefix("unsupported_")
    return _(unsupported).format(name=name, kind=_(_KINDS.get(kind, kind)))

"""The parent's side of reading: hands files to the reading process and checks what comes back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from uadesk.base.child import Child, ReaderDiedError
from uadesk.base.frames import Message
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Text
from uadesk.reading.encoding import draft_from_json, text_from_json
from uadesk.reading.errors import NoPageError, NotABulletinError, UnreadableAnswerError
from uadesk.reading.formats.decoding import LARGEST
from uadesk.reading.members.errors import LARGEST as LARGEST_LIST
from uadesk.reading.members.errors import MissingColumnsError, NotAMemberListError
from uadesk.reading.process import reading_process

if TYPE_CHECKING:
    from uadesk.domain.pictures import PagePicture
    from uadesk.reading.members.lists import MemberList

T = TypeVar("T")


class BulletinReader:
    """Reads files that came from outside, in a process of its own."""

    def __init__(self, child: Child | None = None) -> None:
        self._child = child or reading_process()

    def warm(self) -> None:
        """Start the process before it is needed."""
        self._child.warm()

    def interrupt(self) -> None:
        """End what is being read, from another thread; it fails with ReaderDiedError."""
        self._child.interrupt()

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def text(self, name: str, content: bytes) -> Text:
        """The cleaned text of a file. Raises NotABulletinError, ReaderDiedError, UnreadableAnswerError."""
        return _checked(name, lambda: text_from_json(self._ask("text", name, content)["text"]))

    def read(self, name: str, content: bytes) -> tuple[BulletinDraft, ...]:
        """The bulletins in a file, at least one. Raises NotABulletinError, ReaderDiedError, UnreadableAnswerError."""
        answer = self._ask("read", name, content)
        return _checked(name, lambda: _drafts(answer))

    def members(self, name: str, content: bytes) -> "MemberList":
        """The people in a csv, xlsx or vCard file.

        Raises MissingColumnsError, NotAMemberListError, ReaderDiedError, UnreadableAnswerError.
        """
        if len(content) > LARGEST_LIST:
            raise NotAMemberListError(name, "too_large")
        from uadesk.reading.members.encoding import members_from_json

        answer = self._ask("members", name, content, largest=LARGEST_LIST)
        return _checked(name, lambda: members_from_json(answer["members"]))

    def page(self, name: str, content: bytes, page: int, scale: float) -> "PagePicture":
        """A page (from 0) of a PDF, `scale` pixels a pt. Raises NoPageError, ReaderDiedError, UnreadableAnswerError."""
        answer, pixels = self._send({"do": "page", "name": name, "page": page, "scale": scale}, content)
        if answer.get("error") == NoPageError.__name__:
            raise NoPageError(name, page)
        return _checked(name, lambda: _picture(answer, pixels))

    def _ask(self, what: str, name: str, content: bytes, largest: int = LARGEST) -> Message:
        # More than the largest file would only be sent to be refused; its beginning tells what it is.
        sent = content if len(content) <= largest else content[: largest + 1]
        answer, _raw = self._send({"do": what, "name": name}, sent)
        if "error" in answer:
            _raise(name, answer)
        return answer

    def _send(self, message: Message, content: bytes) -> tuple[Message, bytes]:
        try:
            return self._child.ask(message, content)
        except ReaderDiedError as error:
            raise ReaderDiedError(timed_out=error.timed_out, name=message["name"]) from error


def _drafts(answer: Message) -> tuple[BulletinDraft, ...]:
    plain: list[dict[str, Any]] = list(answer["drafts"])
    if not plain:
        raise ValueError("no draft")
    for each in plain[1:]:
        each["text"] = plain[0]["text"]
    return tuple(draft_from_json(each) for each in plain)


def _picture(answer: Message, pixels: bytes) -> "PagePicture":
    from uadesk.domain.pictures import PagePicture, Picture

    width, height, stride = (int(answer[each]) for each in ("width", "height", "stride"))
    if not (0 < 4 * width <= stride and height > 0 and len(pixels) >= height * stride):
        raise ValueError("fewer pixels than said")
    across, down, scale = (float(each) for each in (*answer["size"], answer["scale"]))
    if min(across, down, scale) <= 0:
        raise ValueError("a page without size")
    picture = Picture(width, height, stride, pixels)
    return PagePicture(int(answer["page"]), int(answer["pages"]), (across, down), scale, picture)


def _raise(name: str, answer: Message) -> NoReturn:
    error, reason = answer.get("error"), answer.get("reason")
    if error == NotABulletinError.__name__ and isinstance(reason, str):
        raise NotABulletinError(name, reason)
    if error == NotAMemberListError.__name__ and isinstance(reason, str):
        raise NotAMemberListError(name, reason)
    if error == MissingColumnsError.__name__ and isinstance(answer.get("headers"), list):
        raise MissingColumnsError(name, tuple(str(header) for header in answer["headers"]))
    raise UnreadableAnswerError(name)


def _checked(name: str, take: Callable[[], T]) -> T:
    try:
        return take()
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableAnswerError(name) from error

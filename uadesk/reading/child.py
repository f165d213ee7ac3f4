"""The reading process: takes a file's bytes, gives drafts, text or members back as JSON, a page as pixels."""

from uadesk.base.frames import Message
from uadesk.base.serving import serve
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.encoding import draft_to_json, text_to_json
from uadesk.reading.errors import NoPageError, NotABulletinError
from uadesk.reading.formats.texts import read_text
from uadesk.reference.bulletin_words import load_words
from uadesk.reference.countries import load_countries


def handle(message: Message, raw: bytes) -> tuple[Message, bytes]:
    """Answer one request: `do` is read, text, members or page, `name` the file's name."""
    name = str(message.get("name", ""))
    try:
        if message.get("do") == "page":
            return _page(name, raw, int(message["page"]), float(message["scale"]))
        return _answer(str(message.get("do")), name, raw), b""
    except NotABulletinError as error:
        return {"error": type(error).__name__, "reason": error.reason}, b""
    except NoPageError as error:
        return {"error": type(error).__name__, "page": error.page}, b""


def _answer(what: str, name: str, raw: bytes) -> Message:
    if what == "text":
        return {"text": text_to_json(read_text(name, raw).text)}
    if what == "members":
        return _members(name, raw)
    drafts = read_bulletins(name, raw)
    plain = [draft_to_json(draft) for draft in drafts]
    for each in plain[1:]:
        each["text"] = None  # all parts of a file count in its one text
    return {"drafts": plain}


def _members(name: str, raw: bytes) -> Message:
    from uadesk.reading.members.encoding import members_to_json
    from uadesk.reading.members.errors import MissingColumnsError, NotAMemberListError
    from uadesk.reading.members.formats import read_members

    try:
        return {"members": members_to_json(read_members(name, raw, load_countries()))}
    except NotAMemberListError as error:
        return {"error": type(error).__name__, "reason": error.reason}
    except MissingColumnsError as error:
        return {"error": type(error).__name__, "headers": list(error.headers)}


def _page(name: str, raw: bytes, page: int, scale: float) -> tuple[Message, bytes]:
    from uadesk.reading.page_pictures import draw  # PDFium: only where a page is asked for

    drawn = draw(name, raw, page, scale)
    picture = drawn.picture
    shape = {"width": picture.width, "height": picture.height, "stride": picture.stride}
    shown = {"page": drawn.page, "pages": drawn.pages, "size": drawn.size, "scale": drawn.scale}
    return shape | shown, picture.bgrx


def main() -> None:
    """Load what reading needs, then serve with limits on."""
    load_words()
    load_countries()
    serve(handle)

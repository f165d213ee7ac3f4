"""Bytes to text: which encoding a file is in, and whether it is text at all."""

import codecs
import re
from typing import NamedTuple

from uadesk.reading.errors import NotABulletinError

LARGEST = 5_000_000
"""The largest file that is looked at, bytes."""
LONGEST = 1_000_000
"""The longest text that is read, signs: a bulletin has some 10,000, a year of them 500,000."""
MOST_LINES = 20_000

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_WESTERN = ("cp1252", "latin-1")
_WESTERN_SIGNS = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸ¿¡«»‹›’‘‚“”„–—…•·°€£©®™§ªº½¼¾†‡±×\xa0\xad"
)
_SURELY_WESTERN = frozenset("ñÑéÉáÁíÍóÓúÚüÜöÖäÄçÇßâÂîÎôÔëË’‘“”–—…•«»\xa0")
"""Signs that are Western wherever another reading is offered, since the others have the same there, or since
Spanish names are more frequent than Polish ones."""
_OTHERS = ["cp1252", "cp1250", "iso8859_2", "cp1254", "cp1251", "cp1253", "cp1256", "cp1255"]
_CALLED_WESTERN = frozenset(("ascii", "iso8859-1", "cp1252"))
_TEXT_ENCODINGS = frozenset(
    (
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso8859-15", "mac-roman", "koi8-r",
        "koi8-u", *(f"iso8859-{part}" for part in range(2, 15)), *(f"cp{page}" for page in range(1250, 1259)), "big5",
        "gb2312", "gbk", "gb18030", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "tis-620", "cp874",
    )
)  # fmt: skip


class Decoded(NamedTuple):
    """A file's text, and its encoding; `guessed` where another encoding would give other letters."""

    text: str
    encoding: str
    guessed: bool = False


def decode(name: str, content: bytes) -> Decoded:
    """The text of a file. Raises NotABulletinError for what is no text, empty, or too large."""
    if not content.strip():
        raise NotABulletinError(name, "empty")
    if len(content) > LARGEST:
        raise NotABulletinError(name, "too_large")
    decoded = decode_text(content)
    if decoded is None:
        raise NotABulletinError(name, "binary")
    if len(decoded.text) > LONGEST or decoded.text.count("\n") + decoded.text.count("\r") > 2 * MOST_LINES:
        raise NotABulletinError(name, "too_large")
    if not decoded.text.strip("\ufeff\u200b \t\r\n\f\v\0"):
        raise NotABulletinError(name, "empty")
    return decoded


def decode_text(content: bytes) -> Decoded | None:
    """The text of these bytes; None where they are no text."""
    decoded = _by_mark(content) or _utf16_without_mark(content)
    if decoded is None and b"\0" not in content:
        decoded = _utf8(content) or _one_byte(content)
    if decoded is None or len(_CONTROL.findall(decoded.text)) > 8 + len(decoded.text) // 50:
        return None
    return decoded


def decode_as(content: bytes, charset: str) -> Decoded | None:
    """The text in the encoding that its file names; None where it cannot be that, so that it is to be found out.

    Signs that say they are Western are often UTF-8 that a program saved anew, and Windows' more often than ISO's.
    """
    marked = _by_mark(content)
    if marked is not None:
        return marked
    try:
        encoding = codecs.lookup(charset.strip().lower()).name
    except (LookupError, ValueError):
        return None
    if encoding in _CALLED_WESTERN:
        return _utf8_with_more_than_ascii(content) or _as_western(content)
    if encoding not in _TEXT_ENCODINGS or (encoding.startswith("utf-16") and b"\0" not in content[:2000]):
        return None
    text = _as(content, encoding)
    return Decoded(text, encoding) if text is not None else None


def _utf8_with_more_than_ascii(content: bytes) -> Decoded | None:
    text = _as(content, "utf-8")
    return Decoded(text, "utf-8") if text is not None and not text.isascii() else None


def _as_western(content: bytes) -> Decoded | None:
    text = next((text for text in (_as(content, each) for each in _WESTERN) if text is not None), None)
    return Decoded(text, "cp1252") if text is not None else None


def _by_mark(content: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _utf16_without_mark(content: bytes) -> Decoded | None:
    """Half of the bytes of Western text in UTF-16 are zero, all on one side."""
    head = content[:4096]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(zeros) > 4 and zeros.count(0) > len(zeros) * 0.8 and head.count(0) < len(head) * 0.6:
            try:
                return Decoded(content.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _utf8(content: bytes) -> Decoded | None:
    """UTF-8; also with some stray bytes of Windows among it, where most of its letters are sound."""
    try:
        return Decoded(content.decode(), "utf-8")
    except UnicodeDecodeError:
        pass
    mended = content.decode(errors="surrogateescape")
    stray = sum("\udc80" <= sign <= "\udcff" for sign in mended)
    sound = sum(sign > "\x7f" for sign in mended) - stray
    if stray >= sound:
        return None
    return Decoded(re.sub(r"[\udc80-\udcff]", _stray, mended), "utf-8", guessed=True)


def _stray(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", errors="replace")


def _one_byte(content: bytes) -> Decoded | None:
    """One byte a letter: Western where its letters look so, else the likeliest; a doubt where both might be."""
    western = next((text for text in (_as(content, each) for each in _WESTERN) if text is not None), None)
    best = _most_likely(content)
    if western is None:
        return best
    high = {sign for sign in western if sign > "\x7f"}
    unlike = {sign for sign, other in zip(western, best.text, strict=False) if sign != other} if best else set()
    if best is None or unlike <= _SURELY_WESTERN or high <= _WESTERN_SIGNS:
        return Decoded(western, "cp1252", guessed=not high <= _SURELY_WESTERN)
    return best


def _as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _most_likely(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    match = from_bytes(content[:200_000], cp_isolation=_OTHERS).best()
    text = _as(content, match.encoding) if match is not None else None
    return Decoded(text, match.encoding, guessed=True) if match is not None and text is not None else None

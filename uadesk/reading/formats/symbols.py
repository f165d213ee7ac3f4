"""Signs of the fonts Symbol and Wingdings, which files name by places of their own, as the signs that are seen."""

_SEEN = {
    0xB7: "•", 0xA7: "▪", 0xA8: "◦", 0xD8: "➢", 0xFC: "✓", 0xE0: "→", 0x28: "☎", 0x2A: "✉", 0x6E: "■", 0x6C: "●",
    0x76: "❖", 0x71: "❑", 0xDF: "↑", 0x2D: "-", 0x20: " ",
}  # fmt: skip


def seen(sign: str) -> str:
    """A sign of a symbol font, which stands from U+F020 on, as the one that is seen; others as they are.

    >>> seen("\\uf0b7"), seen("a")
    ('•', 'a')
    """
    code = ord(sign)
    return _SEEN.get(code - 0xF000, sign) if 0xF020 <= code <= 0xF0FF else sign

"""A desk as revision 0007 left it: letters that follow, with a block of their own, by hand and printed; and a run."""

import json

_CASE = """INSERT INTO "case" (id, title, country, folded, version) VALUES (1, '', '', '', 1)"""
_BULLETIN = """
    INSERT INTO bulletin (id, case_id, imported, previous, text, text_hash, bold, source, checks, spans, version)
    VALUES (1, 1, '2025-06-01', '[]', '', '', '[]', 'txt', '[]', '{}', 1)
"""
_ADDRESSEE = """
    INSERT INTO addressee
        (id, bulletin_id, role, place, lines, name, address_lines, country_code, email, phone, fax, gone, folded)
    VALUES (1, 1, 'target', 0, '["Ana Peña", "1 Road"]', 'Ana Peña', '[]', 'CR', '[]', '[]', '[]', 0, '')
"""
_RUN = "INSERT INTO print_run (id, what, stationery, made) VALUES (1, 'letters', '', '2025-06-01')"


def _letter(ident: int, *recipient: str, channel: str = "post", printed: tuple[str, ...] = ()) -> str:
    """Only one on paper has a name of its own."""
    own, folded = _quoted(json.dumps(recipient)) if recipient else "NULL", " ".join(recipient).lower()
    frozen = _quoted(json.dumps({"recipient": printed})) if printed else "NULL"
    status, name = ("printed", f"'{printed[0]}'") if printed else ("draft", "NULL")
    return f"""
        INSERT INTO letter
            (id, code, case_id, bulletin_id, addressee_id, kind, channel, status, changed, created,
             language, own_words, folded, version, recipient, frozen, addressee_name)
        VALUES ({ident}, 'A{ident}', 1, 1, 1, 'appeal', '{channel}', '{status}', '2025-06-01', '2025-06-01',
                'en', '', '{folded}', 1, {own}, {frozen}, {name})
    """


def _piece(place: int, letter: int, *block: str) -> str:
    """A piece of the run; its block is known while nobody answered for it."""
    piece = _quoted(json.dumps({"recipient": block})) if block else "NULL"
    return f"INSERT INTO print_run_piece (run_id, place, letter_id, piece) VALUES (1, {place}, {letter}, {piece})"


def _quoted(text: str) -> str:
    return f"'{text}'"


OLDER_DESK = (
    _CASE,
    _BULLETIN,
    _ADDRESSEE,
    _letter(1),
    _letter(2, "Judge Vega", "2 Road"),
    _letter(3, "Ms Ana Peña", "2 Road"),
    _letter(4, channel="handwritten"),
    _letter(5, printed=("Ana Peña", "CUBA")),
    _RUN,
    _piece(0, 1),
    _piece(1, 2),
    _piece(2, 3, "Ana Peña", "COSTA RICA"),
    _piece(3, 5),
)

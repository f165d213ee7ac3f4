"""Mails in the forms in which bulletins are passed on: which part is read, and what is left out of it."""

import pytest

from tests.reading.formats.forms import (
    FORWARD,
    HEADERS,
    NOTE,
    attached,
    forwarded,
    in_outlook,
    mail,
    multipart,
    page,
    part,
    quoted,
    with_breaks,
)
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.texts import ReadText, read_text

BULLETIN = """First UA: 77/25 Index: AMR 23/0777/2025 COLOMBIA of June 2, 2025

COLOMBIA

GUARDIANS OF THE RIVER JAILED

Five guardians of the river were taken from their homes by night. Nobody has told their families where they are held.

Write to the Minister of Justice urging her to:

- Free the five guardians
- Tell their families where they are

Write to:

Minister Ana Inventada
Ministry of Justice
Calle 53 No. 13-27
Bogotá
Colombia

Salutation: Dear Minister,

Please take action as soon as possible until July 14, 2025.
"""
OTHER = (
    BULLETIN.replace("77/25", "78/25")
    .replace("0777", "0778")
    .replace("RIVER", "FOREST")
    .replace("guardians", "keepers")
)
FRENCH = """AU 77/25 Index AI : AMR 23/0777/2025 COLOMBIE 2 juin 2025

DES PROTECTEURS DU FLEUVE EMPRISONNÉS

Cinq personnes ont été enlevées la nuit, chez elles. Leurs familles ignorent le lieu de leur détention et demandent
que la ministre réponde sans attendre à toutes leurs questions restées ouvertes depuis le printemps dernier.

Écrivez à la ministre pour lui demander de libérer les cinq personnes.

Formule d'appel : Madame la Ministre,

Date limite : 14 juillet 2025
"""


NESTED = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"


def read(content: bytes) -> ReadText:
    return read_text("mail.eml", content)


def codes(found: ReadText) -> list[str]:
    return [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252", "iso-8859-15"])
def test_every_transfer_encoding_and_charset(encoding: str, charset: str) -> None:
    if (encoding, charset) == ("8bit", "utf-16"):
        encoding = "base64"  # line ends of two bytes cannot travel as they are
    assert read(mail(BULLETIN, charset=charset, encoding=encoding)).text.content == BULLETIN


@pytest.mark.parametrize("said", ["no-such-charset", "us-ascii", "iso-8859-1", "utf-7", ""])
def test_a_charset_that_is_wrong_or_unknown(said: str) -> None:
    content = f"{HEADERS}Content-Type: text/plain; charset={said}\n\n{BULLETIN}".encode()
    assert read(content).text.content == BULLETIN


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    text = "Five guardians of the river \nwere taken by night.\n\n-- \nMinister \n of Justice\n\n> quoted \n> words"
    content = f"{HEADERS}Content-Type: text/plain; format=flowed\n\nHello.\n\n{text}".encode()
    assert "Five guardians of the river were taken by night.\n" in read(content).text.content
    deleted = content.replace(b"format=flowed", b"format=flowed; delsp=yes").replace(b"river \n", b"riv \n")
    assert "of the rivwere" in read(deleted).text.content


def test_of_two_forms_the_web_form_is_read() -> None:
    both = multipart(
        part("*COLOMBIA*\n\nplain"), part(page("<p><b>COLOMBIA</b></p><p>plain</p>"), "text/html"), kind="alternative"
    )
    text = read(both).text
    assert text.content == "COLOMBIA\n\nplain\n"
    assert text.bold == ((0, 8),)


@pytest.mark.parametrize(
    "web", ["", "<html><body><img src=x></body></html>", page("<p>View this mail in a browser</p>")]
)
def test_the_plain_form_is_read_where_the_web_form_lacks_its_words(web: str) -> None:
    assert read(multipart(part(BULLETIN), part(web, "text/html"), kind="alternative")).text.content == BULLETIN


def test_the_order_of_the_forms_does_not_matter() -> None:
    web = part(with_breaks(BULLETIN), "text/html")
    assert read(multipart(web, part("See the web form."), kind="alternative")).text.content == BULLETIN


def test_a_part_that_is_not_what_it_says() -> None:
    assert read(mail(with_breaks(BULLETIN), "text/plain")).text.content == BULLETIN
    assert read(mail(BULLETIN, "text/html")).text.content == BULLETIN
    assert read(mail(f"<pre>{BULLETIN}</pre>", "text/html")).text.content == BULLETIN


@pytest.mark.parametrize(
    "head",
    [
        FORWARD,
        "-----Original Message-----\nFrom: Office [o@example.org]\nSent: June 2, 2025\nTo: Jane\nSubject: UA\n\n",
        "Begin forwarded message:\n\nFrom: Office <office@example.org>\nSubject: New\nDate: 2 June 2025\nTo: Jane\n\n",
        "________________________________\nFrom: Office\nSent: Monday\nTo: Jane;\n Ann\nSubject: New action\n\n",
        "-------- Message transféré --------\nSujet : Nouvelle\nDate : 2 juin 2025\nDe : Bureau\nPour : Jane\n\n",
        "De : Bureau <b@example.org>\nEnvoyé : lundi 2 juin 2025\nÀ : Jane\nObjet : TR: Action\n\n",
        "---------- Mensaje reenviado ----------\nDe: Oficina\nFecha: 2 de junio\nAsunto: Acción\nPara: Jane\n\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Aktion\nDatum: Mo, 2. Juni\nVon: Büro\nAn: Jane\n\n",
        "Anfang der weitergeleiteten Nachricht:\n\nVon: Büro\nBetreff: Aktion\nDatum: 2. Juni\nAn: Jane\n\n",
        "On Mon, 2 Jun 2025 at 10:02, Office <office@example.org> wrote:\n\n",
        "Le lun. 2 juin 2025 à 10:02, Bureau <b@example.org> a\nécrit :\n\n",
    ],
)
def test_what_announces_a_passed_on_mail_is_left_out_with_the_note_above(head: str) -> None:
    found = read(mail(f"{NOTE}{head}{BULLETIN}"))
    assert found.text.content == BULLETIN
    assert found.doubts == ()


def test_a_mail_passed_on_twice() -> None:
    assert read(mail(forwarded(forwarded(BULLETIN)))).text.content == BULLETIN


def test_quote_marks_go_and_outlook_s_headers_too() -> None:
    assert read(mail(quoted(BULLETIN))).text.content == BULLETIN
    assert read(mail(in_outlook(BULLETIN), "text/html")).text.content == BULLETIN


BODY = with_breaks(BULLETIN).split("<body>")[1].split("</body>")[0]
LINK = '&lt;<a href="mailto:o@example.org">o@example.org</a>&gt;'


PASSED_ON = {
    "gmail": f"""
        <div>Hi all, here it is<div><br></div><div>Ann</div><br><br><div class=gmail_quote><div dir=ltr>----------
        Forwarded message ---------<br>From: <strong>Office</strong> <span>{LINK}</span><br>Date: Mon, Jun 2, 2025 at
        10:00 AM<br>Subject: New<br>To:  {LINK}<br></div><br><br>{BODY}</div></div>""",
    "apple": f"""
        Ann<br><div><br><blockquote type=cite><div>Begin forwarded message:</div><br><div style='margin:0'><b>From:
        </b>Office {LINK}<br></div><div style='margin:0'><b>Subject: </b><b>New</b><br></div><div><b>Date: </b>2 June
        2025<br></div><div><b>To: </b>Jane<br></div><br><div>{BODY}</div></blockquote></div>""",
    "thunderbird": f"""
        <div><br><br>-------- Forwarded Message --------<table><tbody><tr><th>Subject: </th><td>New</td></tr><tr><th>
        Date: </th><td>Mon, 2 Jun 2025</td></tr><tr><th>From: </th><td>Office {LINK}</td></tr></tbody></table><br><br>
        {BODY}</div>""",
    "outlook on the web": f"""
        <div>Ann<br></div><hr><div id=divRplyFwdMsg><font face=Calibri><b>From:</b> Office {LINK}<br><b>Sent:</b>
        Monday<br><b>To:</b> Jane<br><b>Subject:</b> New</font><div>&nbsp;</div></div><div>{BODY}</div>""",
    "answered": f"""
        <div>ok<br><div class=gmail_quote><div>On Mon, Jun 2, 2025 at 10:00 AM Office {LINK} wrote:<br></div>
        <blockquote style='margin:0px 0px 0px 0.8ex'>{BODY}</blockquote></div></div>""",
    "newsletter": f"""
        <table><tr><td style='display:none'>Preview of it</td></tr><tr><td><a href=x>View this email in your browser
        </a></td></tr><tr><td>{BODY}</td></tr><tr><td><p>You are receiving this because you asked.<br>1 Long Street,
        Town</p><p><a href=x>unsubscribe from this list</a> | <a href=x>update subscription preferences</a></p></td>
        </tr></table>""",
}


@pytest.mark.parametrize("program", PASSED_ON)
def test_web_mails_as_programs_pass_them_on(program: str) -> None:
    found = read(mail(f"<html><body>{PASSED_ON[program]}</body></html>", "text/html"))
    assert (found.text.content, found.doubts) == (BULLETIN, ())


def test_a_demand_with_words_of_a_footer_stays() -> None:
    text = BULLETIN.replace("Tell their", "Allow their names to be removed from the list of terrorists and tell their")
    assert read(mail(text)).text.content == text


def test_the_headers_of_the_bulletin_stay() -> None:
    text = (
        "URGENT ACTION\nUA: 34/25\nIndex: AMR 51/1/2025\nDate: 1 June 2025\nTo: the Minister\nSubject line: Free her\n"
    )
    assert read(mail(text)).text.content == text


def test_a_note_that_changes_the_date_is_left_out_and_said() -> None:
    note = "Hello all, the deadline of this one was moved to 30 August, they say.\n\n"
    found = read(mail(f"{note}{FORWARD}{BULLETIN}"))
    assert found.text.content == BULLETIN
    assert codes(found) == ["note_left_out"]


def test_words_above_a_mail_that_is_no_bulletin_stay() -> None:
    assert read(mail(forwarded("See you on Thursday."))).text.content.split() == [
        *NOTE.split(), "See", "you", "on", "Thursday.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "footer",
    [
        "-- \nUrgent Action Office\n1 Long Street",
        "To unsubscribe from this list, click here: https://example.org/u",
        "________________________________________\nActions mailing list\nhttps://example.org/mailman/listinfo/actions",
        "You received this message because you are subscribed to the Google Groups group.",
        "Pour vous désinscrire, cliquez ici.",
        "Sent from my iPhone",
    ],
)
def test_signatures_and_footers_are_left_out(footer: str) -> None:
    assert read(mail(f"{BULLETIN}\n{footer}\n")).text.content == BULLETIN


def test_two_dashes_above_the_bulletin_s_end_cut_nothing() -> None:
    text = BULLETIN.replace("Please take", "--\nPlease take")
    assert "until July 14, 2025" in read(mail(text)).text.content


@pytest.mark.parametrize(
    "file",
    [
        attached(BULLETIN.encode(), "text/plain", "UA 77.txt"),
        attached(BULLETIN.encode("cp1252"), "application/octet-stream", "UA 77.txt"),
        attached(with_breaks(BULLETIN).encode(), "text/html", "UA 77.html"),
        attached(mail(BULLETIN), "application/octet-stream", "UA 77.eml"),
        b'Content-Type: message/rfc822\nContent-Disposition: attachment; filename="UA 77.eml"\n\n' + mail(BULLETIN),
        b'Content-Type: message/rfc822; name="UA 77.eml"\n\n' + multipart(part(BULLETIN)),
    ],
)
def test_an_attached_bulletin_is_read_instead_of_the_note(file: bytes) -> None:
    found = read(multipart(part(f"{NOTE}Please write for UA 77/25, an urgent action.\n"), file))
    assert found.text.content == BULLETIN
    assert {origin.part for origin in found.text.origins} == {"UA 77" + _ending(file)}
    assert found.doubts == ()


def _ending(file: bytes) -> str:
    return next(end for end in (".txt", ".html", ".eml") if f"UA 77{end}".encode() in file)


def test_the_words_are_read_where_they_are_the_bulletin_and_its_file_is_the_same() -> None:
    found = read(multipart(part(BULLETIN), attached(with_breaks(BULLETIN).encode(), "text/html", "ua.html")))
    assert {origin.part for origin in found.text.origins} == {"body"}
    assert (found.text.content, found.doubts) == (BULLETIN, ())


def test_a_file_with_few_signs_of_a_bulletin_is_read_where_the_note_has_none() -> None:
    outcome = (
        "Update: Teacher freed\n\n3 July 2019\n\n"
        + "She is home again. " * 20
        + "\n\nThanks to all who wrote to her.\n"
    )
    outcome += "No further action is requested.\nUA 77/25\n"
    found = read(multipart(part(NOTE), attached(outcome.encode(), "text/plain", "update.txt")))
    assert {origin.part for origin in found.text.origins} == {"update.txt"}


def test_two_attached_bulletins_are_both_read() -> None:
    files = [attached(text.encode(), "text/plain", name) for text, name in ((BULLETIN, "a.txt"), (OTHER, "b.txt"))]
    found = read(multipart(part(NOTE), *files))
    assert found.text.content == f"{BULLETIN}\n{OTHER}"
    parts = {origin.part: found.text.content[origin.start : origin.end] for origin in found.text.origins}
    assert parts == {"a.txt": BULLETIN, "b.txt": OTHER}


def test_a_translation_beside_the_bulletin_is_left_out_and_said() -> None:
    files = [attached(text.encode(), "text/plain", name) for text, name in ((BULLETIN, "a.txt"), (FRENCH, "fr.txt"))]
    found = read(multipart(part(NOTE), *files))
    assert found.text.content == BULLETIN
    assert [(doubt.code, doubt.data) for doubt in found.doubts] == [("attachment_left_out", {"name": "fr.txt"})]


def test_an_attached_file_that_is_no_bulletin_is_left_out() -> None:
    found = read(multipart(part(BULLETIN), attached(b"Minutes of our meeting. " * 40, "text/plain", "minutes.txt")))
    assert (found.text.content, found.doubts) == (BULLETIN, ())


def test_a_file_that_cannot_be_read_is_named_where_the_mail_is_no_bulletin_itself() -> None:
    file = attached(b"{\\rtf1 UA 77/25}", "application/rtf", "ua.rtf")
    found = read(multipart(part(NOTE), file))
    assert [(doubt.code, doubt.data) for doubt in found.doubts] == [("attachment_not_read", {"name": "ua.rtf"})]
    assert read(multipart(part(BULLETIN), file)).doubts == ()


def test_pictures_and_cards_are_passed_over() -> None:
    files = [attached(b"\x89PNG\r\n", "image/png", "logo.png"), attached(b"BEGIN:VCARD", "text/vcard", "a.vcf")]
    related = multipart(part(with_breaks(BULLETIN), "text/html"), files[0], kind="related", headers="")
    assert read(multipart(related, files[1])).text.content == BULLETIN


@pytest.mark.parametrize(
    ("subject", "text", "content"),
    [
        ("Fwd: RE: [actions] UA 77/25 Colombia", "Free the five.", "UA 77/25 Colombia\n\nFree the five.\n"),
        ("=?utf-8?q?TR=3A_AU_77/25_Ha=C3=AFti?=", "Free them.", "AU 77/25 Haïti\n\nFree them.\n"),
        ("UA 77/25 Colombia", "On UA 77/25: free them.", "On UA 77/25: free them.\n"),
        ("UA 77/25 Colombia", "On UA 78/25: free them.", "On UA 78/25: free them.\n"),
        ("A new action", "Free them.", "Free them.\n"),
    ],
)
def test_the_subject_is_read_where_it_alone_has_the_number(subject: str, text: str, content: str) -> None:
    headers = HEADERS.replace("A new action", subject)
    found = read(headers.encode() + part(text)).text
    assert found.content == content
    if content != f"{text}\n":
        assert found.headings == ((0, content.index("\n")),)
        assert [origin.part for origin in found.origins] == ["subject", "body"]


def test_hidden_words_of_a_mail_are_said() -> None:
    found = read(
        mail(with_breaks(BULLETIN).replace("Bogotá", "<span style='display:none'>Wrong Town</span>Bogotá"), "text/html")
    )
    assert (found.text.content, codes(found)) == (BULLETIN, ["hidden_text"])


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/ua\nSubject: UA\nMIME-Version: 1.0\n",
        'From: "Saved by Windows Internet Explorer 8"\nSubject: UA\nMIME-Version: 1.0\n',
        "MIME-Version: 1.0\n",
    ],
)
def test_archived_pages(head: str) -> None:
    menu = "<nav><a href=/>Home</a></nav>"
    web = with_breaks(BULLETIN).replace("<body>", f"<body>{menu}").replace("utf-8", "iso-8859-1")
    page_part = part(web, "text/html", "cp1252", "quoted-printable").replace(b"; charset=cp1252", b"")
    picture = attached(b"GIF", "image/gif", "x.gif")
    found = read(multipart(page_part, picture, kind="related", headers=head))
    assert (found.text.content, found.text.source, found.doubts) == (BULLETIN, "mht", ())


def test_a_mail_with_pictures_in_it_is_a_mail() -> None:
    web = part(with_breaks(BULLETIN), "text/html")
    assert read(multipart(web, attached(b"GIF", "image/gif", "x.gif"), kind="related")).text.source == "eml"


@pytest.mark.parametrize(
    "head",
    [
        "From jane@example.org Mon Jun  2 10:00:00 2025\n" + HEADERS,
        "\ufeff" + HEADERS,
        "\r\n" + HEADERS,
        "X-MS-Exchange-Organization-MessageDirectionality-And-Much-More: Incoming\nx-odd_name.2: 1\n" + HEADERS,
        "Return-Path: <a@example.org>\nSubject: UA\n",
        "Date: Mon, 2 Jun 2025 10:00:00 +0000\nFrom: a@example.org\nSubject: UA\n",
        "Subject:\n =?utf-8?b?broken\nContent-Type: text/plain;\n\tcharset=\"utf-8\"\n",
    ],
)  # fmt: skip
def test_odd_heads_are_known_as_a_mail_s(head: str) -> None:
    found = read(f"{head}\n{BULLETIN}".encode())
    assert (found.text.content, found.text.source) == (BULLETIN, "eml")


def test_all_mails_of_a_mailbox_are_read() -> None:
    first = b"From jane@example.org Mon Jun  2 10:00:00 2025\n" + mail(BULLETIN)
    second = b"\n\nFrom jane@example.org Tue Jun  3 10:00:00 2025\n" + mail(OTHER)
    assert read(first + second).text.content == f"{BULLETIN}\n{OTHER}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (mail(""), "empty"),
        (mail("x\n" * 50_000), "too_large"),
        (HEADERS.encode() + b"".join(NESTED % (n, n) for n in range(900)), "too_large"),
        (multipart(attached(b"\x89PNG\r\n", "image/png", "scan.png")), "empty"),
    ],
)  # fmt: skip
def test_mails_without_words_or_end_are_refused(content: bytes, reason: str) -> None:
    with pytest.raises(NotABulletinError) as refusal:
        read(content)
    assert refusal.value.reason == reason


def test_mails_in_mails_without_end_are_left_at_the_fifth() -> None:
    nested = mail(BULLETIN)
    for _ in range(8):
        nested = multipart(part(NOTE), b"Content-Type: message/rfc822\n\n" + nested)
    assert "77/25" not in read(nested).text.content

"""Web pages as a reader sees them: what is kept of their shape, and what belongs to the site."""

import re

import pytest

from tests.reading.formats.forms import page
from uadesk.domain.texts import Level
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.texts import ReadText, read_text


def read(markup: str) -> ReadText:
    return read_text("page.html", markup.encode())


def shown(body: str) -> str:
    return read(page(body)).text.content


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n  line</p><p>Two</p>", "One line\n\nTwo\n"),
        ("<p>Ministry<br>1 Palace Square<br/>\nTown</p>", "Ministry\n1 Palace Square\nTown\n"),
        ("<p>Above<br><br>below<br></p><p>next</p>", "Above\n\nbelow\n\nnext\n"),
        (
            "<div>Ministry</div><div>1 Palace Square</div><div><br></div><div>Next</div>",
            "Ministry\n1 Palace Square\n\nNext\n",
        ),
        ("<div>Above</div><br><div>Below</div>", "Above\n\nBelow\n"),
        ("<div>Above</div><div>&nbsp;</div><div>Below</div>", "Above\n\nBelow\n"),
        ("<div>Above</div><div></div><div>Below</div>", "Above\nBelow\n"),
        ("<div style='margin-bottom:12px'>Above</div><div>Below</div>", "Above\n\nBelow\n"),
        ("<p style='margin:0'>One</p><p style='margin: 0'>Two</p>", "One\nTwo\n"),
        ("<span style='display:block'>One</span><span style='display:block'>Two</span>", "One\nTwo\n"),
        ("<div style='display:inline'>One</div> <div style='display:inline'>two</div>", "One two\n"),
        ("<ul><li>Free her</li><li>Stop it</li></ul>", "- Free her\n- Stop it\n"),
        ("<p>urging:</p><ul><li>Free her<ul><li>at once</li></ul></li></ul>", "urging:\n\n- Free her\n◦ at once\n"),
        ("<ul><li>- Free her</li><li>• Stop</li></ul>", "- Free her\n• Stop\n"),
        ("<ul style='list-style:none'><li>Free her</li></ul>", "Free her\n"),
        ("<ol start=3><li>Three</li><li value=7>Seven</li><li>Eight</li></ol>", "3. Three\n7. Seven\n8. Eight\n"),
        ("<ol type=a><li>One</li><li>Two</li></ol>", "a. One\nb. Two\n"),
        ("<ol style='list-style-type:upper-roman' start=4><li>Four</li></ol>", "IV. Four\n"),
        ("<ul><li><p>One</p><p>more of it</p></li><li><p>Two</p></li></ul>", "- One\nmore of it\n- Two\n"),
        ("<pre>One\n  two\n\nthree</pre>", "One\ntwo\n\nthree\n"),
        ("<div style='white-space:pre-line'>One\n two\n\nthree</div>", "One\ntwo\n\nthree\n"),
        ("<p>Caf&eacute; &amp; &#8220;bar&#8221;</p>", "Café & “bar”\n"),
        ("<p>Min&shy;is&shy;try</p>", "Ministry\n"),
        ("<p>Town&nbsp; Street</p>", "Town Street\n"),
        ("<p>Minister&nbsp;&nbsp;&nbsp; Governor<br>&nbsp;&nbsp;&nbsp;Town</p>", "Minister    Governor\nTown\n"),
        ("<pre>Minister    Governor</pre>", "Minister    Governor\n"),
        ("<p>a<wbr>b <sup>1</sup>st</p>", "ab 1st\n"),
        ("<p><a href='/x'>The report</a></p>", "The report\n"),
        ("<p><a href='mailto:a@example.org'>a@example.org</a></p>", "a@example.org\n"),
        ("<p>Email: <a href='mailto:a@example.org?subject=UA'>write</a>.</p>", "Email: write (a@example.org).\n"),
        (
            "<p>Email: <a href='/cdn-cgi' class='__cf_email__' data-cfemail='0c'>[email&#160;protected]</a></p>",
            "Email: [email protected]\n",
        ),
        (
            "<p>One<script>two</script><style>three</style><noscript>four</noscript><template>five</template></p>",
            "One\n",
        ),
        ("<p>One <a href=/x>link<span class='screen-reader-text'>opens in a new tab</span></a></p>", "One link\n"),
        ("<dl><dt>Fax:</dt><dd>12</dd></dl>", "Fax:\n12\n"),
        ("<h2><button aria-expanded=false>MORE</button></h2><p>Text</p><button>Send</button>", "MORE\n\nText\n"),
        ("One<hr>Two", "One\n\nTwo\n"),
    ],
)
def test_the_text_has_the_shape_that_the_page_shows(body: str, text: str) -> None:
    assert shown(body) == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><td>Salutation:</td><td>Dear Minister</td></tr>", "Salutation: Dear Minister\n"),
        ("<tr><th>Fax</th><td>+1 22</td></tr><tr><th>Phone</th><td>+1 23</td></tr>", "Fax: +1 22\nPhone: +1 23\n"),
        ("<tr><td><p>Fax:</p></td><td><p>+1 22</p></td></tr>", "Fax: +1 22\n"),
        (
            "<tr><td>UA: 34/25</td><td>Index: AMR 51/1/2025</td><td>USA</td></tr>",
            "UA: 34/25 Index: AMR 51/1/2025 USA\n",
        ),
        ("<tr><td>Address:</td><td>Ministry<br>Town</td></tr>", "Address:\nMinistry\nTown\n"),
        ("<tr><td>Ministry</td></tr><tr><td>Town</td></tr>", "Ministry\nTown\n"),
        ("<tr><td>A<br>B</td><td>C<br>D</td></tr>", "A\nB\n\nC\nD\n"),
        ("<tr><td><p>One</p><p>Two</p></td></tr><tr><td>Three</td></tr>", "One\n\nTwo\n\nThree\n"),
        ("<tr><td style='padding:20px'>One</td></tr><tr><td style='padding:20px'>Two</td></tr>", "One\n\nTwo\n"),
        ("<tr><td></td><td><table><tr><td>Fax:</td><td>12</td></tr></table></td></tr>", "Fax: 12\n"),
        ("<tbody><tr hidden><td>No</td></tr><tr><td>Yes</td><td style='display:none'>no</td></tr></tbody>", "Yes\n"),
    ],
)
def test_tables_are_read_row_by_row_and_cell_by_cell(rows: str, text: str) -> None:
    assert shown(f"<table>{rows}</table>") == text


def test_a_table_between_paragraphs_stands_in_its_place() -> None:
    assert (
        shown("<p>Above</p><table><tr><td>Fax:</td><td>1</td></tr></table><p>Below</p>") == "Above\n\nFax: 1\n\nBelow\n"
    )


def test_emphasis_and_headings_are_kept() -> None:
    body = (
        "<h1>Urgent action</h1><p><b>Bold</b> and <em>slanted</em>, <span style='font-weight:700'>heavy</span> and "
        "<b>not <span style='font-weight:normal'>so</span></b></p>"
    )
    text = read(page(body)).text

    def stretches(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [text.content[start:end].strip() for start, end in spans]

    assert stretches(text.headings) == ["Urgent action"]
    assert stretches(text.bold) == ["Urgent action", "Bold", "heavy", "not"]
    assert stretches(text.italic) == ["slanted"]
    assert {origin.part for origin in text.origins} == {"body"}
    assert text.source == "html"


def test_the_page_s_own_style_sheet_is_heeded_but_not_that_for_print() -> None:
    rules = "p.tight, li{margin:0} .strong{font-weight:bold} @media print{p{display:none}} .gone{display:none}"
    styles = f"<style>{rules}</style>"
    read_page = read(f"<html><head>{styles}</head><body><p class=tight>One</p><p class='tight strong'>Two</p>")
    assert read_page.text.content == "One\nTwo\n"
    assert read_page.text.bold == ((4, 7),)


def test_paragraphs_parted_by_empty_ones_are_lines() -> None:
    lines = ["Minister", "1 Street", "&nbsp;", "Embassy", "2 Street", "&nbsp;", "More", "&nbsp;", "End"]
    assert (
        shown("".join(f"<p>{line}</p>" for line in lines)) == "Minister\n1 Street\n\nEmbassy\n2 Street\n\nMore\n\nEnd\n"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>12 Wrong Street, Town</p>",
        "<p style='display:none'>12 Wrong Street, Town</p>",
        "<p style='visibility:hidden'>12 Wrong Street, Town</p>",
        "<p aria-hidden=true>12 Wrong Street, Town</p>",
        "<p class=gone>12 Wrong Street, Town</p>",
        "<p style='font-size:0'>12 Wrong Street, Town</p>",
        "<p style='color:#fff'>12 Wrong Street, Town</p>",
        "<p style='color:#FEFEFE'>12 Wrong Street, Town</p>",
        "<p><font color=white>12 Wrong Street, Town</font></p>",
        "<div style='background:#123456;color:rgb(18,52,86)'>12 Wrong Street, Town</div>",
        "<p style='opacity:0'>12 Wrong Street, Town</p>",
        "<p style='position:absolute;left:-9999px'>12 Wrong Street, Town</p>",
        "<p style='mso-hide:all'>12 Wrong Street, Town</p>",
        "<p><s>12 Wrong Street, Town</s></p>",
    ],
)
def test_what_the_page_does_not_show_is_left_out_and_said(hidden: str) -> None:
    style = "<style>.gone{display:none}</style>"
    found = read(f"<html><head>{style}</head><body><p>Minister</p>{hidden}<p>1 Street</p></body></html>")
    assert found.text.content == "Minister\n\n1 Street\n"
    (doubt,) = found.doubts
    assert (doubt.field, doubt.level, doubt.code) == ("text", Level.UNCERTAIN, "hidden_text")
    assert doubt.data == {"printed": "12 Wrong Street, Town"}


@pytest.mark.parametrize(
    "body",
    [
        "<td style='background:#000;color:#fff'>URGENT ACTION</td>",
        "<p bgcolor=black><font color=white>URGENT ACTION</font></p>",
        "<div style='background:url(x.png)'><p style='color:white'>URGENT ACTION</p></div>",
        "<div style='font-size:0'><p style='font-size:12px'>URGENT ACTION</p></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>URGENT ACTION</p></div>",
    ],
)
def test_a_banner_in_white_on_a_colour_is_seen(body: str) -> None:
    found = read(page(body))
    assert (found.text.content, found.doubts) == ("URGENT ACTION\n", ())


def test_white_words_of_a_page_whose_style_sheet_is_elsewhere_are_kept() -> None:
    found = read(
        "<html><head><link rel=stylesheet href=x.css></head><body><h1 style='color:#fff'>URGENT ACTION</h1></body>"
    )
    assert (found.text.content, found.doubts) == ("URGENT ACTION\n", ())


def test_a_preheader_is_left_out_without_a_word() -> None:
    found = read(page("<div style='display:none;max-height:0'>Please write today &zwnj;&nbsp;</div><p>UA 12/25</p>"))
    assert (found.text.content, found.doubts) == ("UA 12/25\n", ())


def test_a_page_that_an_open_banner_made_inert_is_read() -> None:
    assert "urgent action" in shown(f"<div aria-hidden=true><p>{'An urgent action. ' * 20}</p></div><p>Cookies?</p>")


STORY = "<p>" + "The guardians of the river were taken from their homes by night. " * 8 + "</p>"
CHROME = {
    "menu": "<nav><ul><li><a href=/>Home</a></li><li><a href=/a>About</a></li></ul></nav>",
    "menu of divs": "<div class='main-menu'><a href=/>Home</a> <a href=/a>About</a></div>",
    "header": "<header class='site-header'><a href=/>Home</a> <a href=/a>About</a> The group</header>",
    "role": "<div role=navigation><a href=/>Home</a></div>",
    "footer": "<footer><p>Home of the group, 1 Long Street</p><a href=/a>About</a></footer>",
    "cookies": "<div id='cookie-consent'><p>Home-made cookies.</p><button>Accept all</button></div>",
    "share": "<div class='share-buttons'>Home <a href=#>Facebook</a><a href=#>X</a></div>",
    "share in capitals": "<ul class='socialShare'><li><a href=#>Home</a></li></ul>",
    "breadcrumb": "<ol class='breadcrumb'><li><a href=/>Home</a></li><li>Urgent actions</li></ol>",
    "search": "<form role=search><label>Home</label><input type=search></form>",
    "related": "<section><h3>Related articles</h3><a href=/1>Home again</a><a href=/2>UA 3/25: Another</a></section>",
    "related by class": "<div class='related-posts'><a href=/1>Home again: UA 3/25</a></div>",
    "plea": "<aside class='donate-box'><p>Home is where you give. Please donate.</p></aside>",
    "newsletter": "<div class='newsletter-signup'><p>Home news every month</p><input type=email></div>",
    "comments": "<div id='comments'><h3>2 comments</h3><p>Home sweet home</p></div>",
    "skip link": "<a href='#main'>Skip to main content</a>",
}


@pytest.mark.parametrize("kind", CHROME)
@pytest.mark.parametrize("has_main", [True, False])
def test_what_belongs_to_the_site_is_left_out(kind: str, has_main: bool) -> None:
    story = (
        f"<main><h1>Guardians jailed</h1>{STORY}</main>" if has_main else f"<div><h1>Guardians jailed</h1>{STORY}</div>"
    )
    text = shown(f"{CHROME[kind]}{story}<footer>End of the site</footer>")
    assert text.startswith("Guardians jailed\n\nThe guardians")
    assert not any(word in text for word in ("Home", "About", "Skip", "End of"))


@pytest.mark.parametrize(
    "part",
    [
        "<header class='entry-header'><h1>Guardians of the river jailed</h1></header>",
        "<div class='sidebar'><p>This action ended on 3 May 2024</p></div>",
        "<header><p>Aktiv seit 23. Mai 2023 | Noch 45 Tage Laufzeit</p></header>",
        "<div class='social'><p>UA 34/25</p></div>",
        "<footer><p>AI-Index: MDE 13/1234/2023</p></footer>",
        "<div class='share'><p>Salutation: Dear Minister</p></div>",
        "<aside class='sidebar'><h3>Write to:</h3><p>Ministry of Justice</p></aside>",
        "<aside class='sidebar'><h3>Appell an</h3><p>Ministry of Justice</p></aside>",
        "<div class='recommended-action'><p>Ask the Ministry</p></div>",
        "<p><span>Email</span><br><a href='mailto:Ministry@example.org'>Email</a></p>",
        "<body class='has-sidebar'><div class='with-menu no-comments'><p>Ministry of Justice</p></div></body>",
        "<ul><li>1 Palace Square</li><li><a href='mailto:m@example.org'>m@example.org</a></li></ul>",
    ],
)
def test_what_may_be_the_bulletin_s_own_stays(part: str) -> None:
    words = [
        word
        for word in ("jailed", "3 May", "Laufzeit", "34/25", "13/1234", "Dear", "Ministry", "Palace")
        if word in part
    ]
    text = shown(f"<nav><a href=/>Home</a></nav>{part}<main>{STORY}</main>")
    assert words
    assert all(word in text for word in words)


def test_what_waits_outside_the_text_to_be_opened_is_no_doubt() -> None:
    found = read(page(f"<div style='display: none'><p>Join us today, all of you</p></div><main>{STORY}</main>"))
    assert found.doubts == ()


def test_bare_pages_lose_nothing() -> None:
    links = "".join(f"<li><a href='/{place}'>Point {place}</a></li>" for place in range(6))
    assert shown(f"<p>Share</p><ul>{links}</ul>").count("Point") == 6
    assert "Share" in shown(f"<p>Share</p><ul>{links}</ul>")


@pytest.mark.parametrize(
    ("content", "word", "doubts"),
    [
        ("<html><meta charset=windows-1252><body>Zoë’s café</body></html>".encode("cp1252"), "Zoë’s café", []),
        ("<html><meta charset=iso-8859-1><body>Zoë’s café</body></html>".encode("cp1252"), "Zoë’s café", []),
        ("<html><meta charset=iso-8859-1><body>Zoë’s café</body></html>".encode(), "Zoë’s café", []),
        ("<html><meta charset=utf-8><body>Zoë Müller</body></html>".encode("cp1252"), "Zoë Müller", []),
        (
            '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">Łukasz</html>'.encode(
                "iso8859-2"
            ),
            "Łukasz",
            [],
        ),
        (
            "<html><meta charset=utf-8><body>Napisz do ministra w Łodzi: świadkowie są więzieni od roku.</body>".encode(
                "cp1250"
            ),
            "Łodzi",
            ["encoding_guessed"],
        ),
        ("<html><body>Zoë</body></html>".encode("utf-16"), "Zoë", []),
        ("<html><meta charset=no-such-thing><body>Zoë</body></html>".encode(), "Zoë", []),
        ("\ufeff<html><meta charset=iso-8859-2><body>Zoë</body></html>".encode(), "Zoë", []),
    ],
)
def test_the_encoding_is_taken_from_the_page_and_from_its_bytes(content: bytes, word: str, doubts: list[str]) -> None:
    found = read_text("page.html", content)
    assert word in found.text.content
    assert [doubt.code for doubt in found.doubts] == doubts


@pytest.mark.parametrize(
    "fragment",
    ["<div>UA</div>", "<p class=x>UA</p>", "<table><tr><td>UA", "<!-- saved --><html>UA", "\r\n <h1>UA</h1>"],
)
def test_fragments_are_web_pages_too(fragment: str) -> None:
    assert read(fragment).text.source == "html"
    assert read(fragment).text.content == "UA\n"


def test_markdown_that_begins_with_an_element_is_markdown() -> None:
    assert read_text("ua.md", b"<p align=center>UA</p>\n\n# Title\n").text.source == "md"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><body><script>x</script></body></html>", "empty"),
        ("<html><body>" + "<div>" * 5000 + "x", "too_large"),
        ("<html><body>" + "".join(f"<font color={each}>" for each in range(900)) + "<p>x" * 30_000, "too_large"),
        ("<html><body>" + "<p>x" * 200_000, "too_large"),
    ],
)
def test_pages_without_text_or_end_are_refused(markup: str, reason: str) -> None:
    with pytest.raises(NotABulletinError) as refusal:
        read(markup)
    assert refusal.value.reason == reason


WRAPPED = (
    "Sami Dogan, a teacher, has been held since the second",
    "of May in a cell below the stadium. His wife has not been",
    "told why he was taken from the school where he teaches,",
    "nor when he is to be brought before a judge.",
    "Please write letters:",
    "- asking for him to be released at once, and for the",
    "two men who beat him to be brought before a court;",
    "- urging that he may see his wife and a physician of his",
    "own choice.",
    "Minister of Justice",
    "1 Palace Square",
    "Dear Minister",
)


def test_gaps_between_the_lines_of_a_wrapped_text_are_its_empty_paragraphs() -> None:
    lines = [*WRAPPED[:4], "&nbsp;", *WRAPPED[4:9], "&nbsp;", *WRAPPED[9:]]
    text = "\n".join([*WRAPPED[:4], "", *WRAPPED[4:9], "", *WRAPPED[9:], ""])
    assert shown("".join(f"<p>{line}</p>" for line in lines)) == text
    quoted = ["&gt;" if line == "&nbsp;" else f"&gt; {line}" for line in lines]
    assert shown("".join(f"<p>{line}</p>" for line in quoted)) == text


def test_a_wrapped_text_without_its_empty_lines_gets_likely_gaps() -> None:
    parts = (WRAPPED[:4], WRAPPED[4:5], WRAPPED[5:7], WRAPPED[7:9], WRAPPED[9:])
    assert shown("".join(f"<p>{line}</p>" for line in WRAPPED)) == "\n\n".join(map("\n".join, parts)) + "\n"


def test_lines_of_an_address_and_sentences_are_no_wrapped_text() -> None:
    lines = ["Sami Dogan has been held since the second of May 2025.", "Ministry", "1 Palace Square", "Town"] * 4
    assert shown("".join(f"<p>{line}</p>" for line in lines)) == "\n\n".join(lines) + "\n"


def test_a_gap_stands_between_a_heading_and_the_wrapped_text_below_it_but_none_in_an_address() -> None:
    story = (*WRAPPED[:3], "and from which nobody was taken before, nor told when he is to be", *WRAPPED[3:4])
    address = ("General Ana Beispiel", "Chairwoman of the Council of the Invented Land", "c/o Ministry of Justice")
    text = shown("".join(f"<p>{line}</p>" for line in ("Urgent Action 1/25", *story, *WRAPPED[4:9], *address)))
    assert text.startswith("Urgent Action 1/25\n\nSami Dogan")
    assert text.endswith("\n".join(address) + "\n")


def test_lines_without_any_gap_get_them_around_long_paragraphs() -> None:
    story = "Sami Dogan has been held since the second of May 2025. " * 4
    lines = ["UA 1/25", "TEACHER HELD", story, "Write to:", "Ana Beispiel", "Minister of Justice", "1 Palace Square"]
    lines += ["Town", "Email: ana@example.org", "And copy:", "Kim Muster", "Embassy", "2 Main Street", story]
    parts = (lines[:2], lines[2:3], lines[3:13], lines[13:])
    expected = "\n\n".join("\n".join(part).rstrip() for part in parts) + "\n"
    assert shown("".join(f"<div>{line}</div>" for line in lines)) == expected
    given = "".join(f"<div>{line or '<br>'}</div>" for line in (*lines[:12], "", *lines[12:]))
    assert shown(given) == "\n".join((*lines[:12], "", *lines[12:])).replace(" \n", "\n").rstrip() + "\n"


def test_a_point_goes_on_where_only_its_first_line_became_a_point() -> None:
    first, second = "urging that she be allowed to see Mamadou Lamine Sagna, Ousseynou", "Diatta and Fatou Coly;"
    more = "<p>Others who were held at the river mine, among them a teacher, were<br>let go on 2 May.</p>"
    assert f"- {first}\n{second}\n" in shown(f"{more}<ul><li>{first}</li></ul><p>{second}</p>{more}")
    assert "- free her;\n\nDiatta" in shown(f"{more}<ul><li>free her;</li></ul><p>{second}</p>{more}")
    assert "- free her\n\nMinister of Justice" in shown(f"{more}<ul><li>free her</li></ul><p>Minister of Justice</p>")


def test_blanks_that_set_columns_apart_are_kept_though_a_page_folds_them() -> None:
    assert shown("<p>\n    Ana Beispiel      Kim   Muster\n    Minister  of <b>Justice</b>   </p>") == (
        "Ana Beispiel      Kim   Muster Minister of Justice\n"
    )


HELD = "<p>UA 1/25</p><p>Sami Dogan, a teacher, has been held since May. Please write to the minister at once.</p>" * 3


@pytest.mark.parametrize(
    "part",
    [
        '<div id="header">The Section <a href="/">Home</a></div>',
        '<div id="footer"><p>1 Main Street, Springfield</p><p>Email: info@example.org</p></div>',
        '<div class="widget-area"><h3>Recent posts</h3><ul><li><a href="#">UA 12/25: Teacher freed</a></li></ul></div>',
        '<h3>Related</h3>\n<ul><li><a href="#">UA 12/25: Teacher freed</a></li></ul>',
        '<aside><p>Your gift makes our work possible.</p><a href="#">Give</a></aside>',
        '<div class="post-meta"><time>2 May 2025</time> by <a href="#">the team</a></div>',
    ],
)
def test_parts_of_a_site_are_known_by_name_heading_and_links(part: str) -> None:
    page = '<div class="site-nav"><a href="/">Home</a></div><div>{}</div>'
    assert read(page.format(HELD + part)).text.content == read(page.format(HELD)).text.content


@pytest.mark.parametrize(
    "part",
    [
        '<div class="entry-header"><p>TEACHER HELD</p></div>',
        '<div id="header"><p>UA 1/25 ZAMBIA</p></div>',
        '<div class="footer"><p>Please take action as soon as possible until 3 June 2025.</p></div>',
        "<aside><p>Facts</p><p>Sami is a teacher.</p></aside>",
        '<aside><p>Ana Beispiel</p><a href="mailto:ana@example.org">ana@example.org</a></aside>',
        "<h3>Related</h3><ul><li>- Sami was held before.</li></ul>",
        '<p class="post-meta"><time>2 May 2025</time></p>',
    ],
)
def test_parts_of_the_text_stay_whatever_they_are_called(part: str) -> None:
    page = f'<div class="site-nav"><a href="/">Home</a></div><main>{HELD}{part}</main>'
    words = re.sub("<[^>]*>", " ", part).split()
    assert read(page).text.content.split()[-len(words) :] == words


def test_the_country_at_the_head_of_a_wrapped_text_has_a_gap_above_it_but_none_in_an_address() -> None:
    head = (
        "PUBLIC        AI Index: AFR 1/2/99",
        "Further information on UA 1/99 (AFR 1/1/99, 2 May 1999) - Fear for safety",
    )
    lines = (
        *head,
        "KENYA      Sami Dogan, teacher",
        "Ida Muster, tailor",
        *WRAPPED[:4],
        *WRAPPED[9:],
        "KENYA",
        "Dear Sir",
    )
    text = shown("".join(f"<p>{line}</p>" for line in lines))
    assert "Fear for safety\n\nKENYA      Sami Dogan, teacher\nIda Muster" in text
    assert "Dear Minister\nKENYA\nDear Sir" in text


def test_a_text_is_a_wrapped_one_though_its_points_are_whole() -> None:
    point = "- asking for him to be released at once, and for the men who beat him to be brought before a court of law"
    more = (
        "His brother, who teaches there too, was told in June to",
        "be silent, and has not been seen at home from then on.",
    )
    lines = (*WRAPPED[:4], *more, WRAPPED[4], point, *WRAPPED[9:], "Town")
    text = shown("".join(f"<p>{line}</p>" for line in lines))
    assert "second\nof May" in text
    assert f"Please write letters:\n\n{point}" in text

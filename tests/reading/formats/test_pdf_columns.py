"""The order in which the columns of a page are read, and what is no column."""

from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.drawing import LEADING, PROSE, folded, lines, said, wrapped


def test_two_columns_are_read_one_after_the_other_whatever_the_file_s_order() -> None:
    left, right = wrapped(PROSE, 230), wrapped(PROSE.upper(), 230)

    def draw(canvas: Canvas) -> None:
        for place in range(max(len(left), len(right))):
            lines(canvas, 310, 80 + place * LEADING, right[place : place + 1])
            lines(canvas, 50, 80 + place * LEADING, left[place : place + 1])

    assert folded(said(draw)) == folded(PROSE + PROSE.upper())


def test_columns_whose_lines_do_not_stand_level_are_not_read_across() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 310, 87, wrapped(PROSE.upper(), 230))
        lines(canvas, 50, 80, wrapped(PROSE, 230))

    assert folded(said(draw)) == folded(PROSE + PROSE.upper())


def test_a_headline_above_and_a_paragraph_below_two_columns_keep_their_places() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 60, ["UA: 34/25 Index: AMR 51/9206/2025 Country: Togo Date: 1 April 2025, to all groups"])
        lines(canvas, 50, 90, ["GUARDIANS OF THE RIVER HELD WITHOUT A JUDGE"], 18)
        end = max(lines(canvas, 50, 130, wrapped(PROSE, 230)), lines(canvas, 310, 130, wrapped(PROSE.upper(), 230)))
        lines(canvas, 50, end + LEADING, ["ADDITIONAL INFORMATION", *wrapped(PROSE, 490)])

    content = folded(said(draw))
    assert content.endswith(folded(f"JUDGE {PROSE} {PROSE.upper()} ADDITIONAL INFORMATION {PROSE}"))
    assert content.startswith("UA: 34/25 Index:")


def test_a_box_at_the_side_is_read_by_itself() -> None:
    box = ["Minister of Justice", "1 Palace Square", "Lomé", "Togo", "Fax: 228 1", "Dear Minister,"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 400, 90, box)
        lines(canvas, 50, 80, wrapped(PROSE * 2, 320))
        lines(canvas, 50, 400, wrapped(PROSE, 490))

    content = said(draw)
    assert "\n".join(box) in content
    assert folded(content).startswith(folded(PROSE * 2))


def test_a_header_in_parts_is_one_line_with_wide_gaps_and_no_column() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 60, ["UA: 34/25"])
        lines(canvas, 250, 60, ["Index: AMR 51/9206/2025"])
        lines(canvas, 450, 60, ["Date: 1 April 2025"])
        lines(canvas, 50, 100, wrapped(PROSE, 490))

    assert said(draw).startswith("UA: 34/25   Index: AMR 51/9206/2025   Date: 1 April 2025\n\n")


def test_labels_with_their_values_at_a_distance_are_lines() -> None:
    labels = ["Email:", "Fax:", "Phone:", "Salutation:"]
    values = ["m@example.org", "+228 1 23", "+228 1 24", "Dear Minister,"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, labels)
        lines(canvas, 200, 80, values)

    assert said(draw) == "".join(f"{label} {value}\n" for label, value in zip(labels, values, strict=True))


def test_a_header_whose_lines_have_white_within_them_is_read_across() -> None:
    rows = [["PUBLIC", "Index: AFR 32/19/98"], ["UA 109/99", "Fear for safety"], ["TOGO", "Ana Muster, a nurse"]]

    def draw(canvas: Canvas) -> None:
        for place, (left, right) in enumerate(rows):
            lines(canvas, 50, 60 + place * 21, [left])
            lines(canvas, 150, 60 + place * 21, [right])
        lines(canvas, 50, 140, wrapped(PROSE, 490))

    assert said(draw).startswith("PUBLIC   Index: AFR 32/19/98\n")
    assert "TOGO   Ana Muster, a nurse" in said(draw)


def test_three_parts_on_one_line_are_no_more_lines_of_a_column() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 60, ["UA/SC", "EXTRA 19/92", "USA (TEXAS):"])
        lines(canvas, 150, 73, ["Death Penalty", "Curtis Beispiel"])
        lines(canvas, 250, 73, ["4 February"])
        lines(canvas, 50, 140, wrapped(PROSE, 490))

    assert "EXTRA 19/92   Death Penalty   4 February" in said(draw)


def test_a_header_with_another_line_at_its_left_is_read_across() -> None:
    rows = [["EXTERNAL", "Index: AFR 20/09/93"], ["Distr: UA/SC"], ["UA 266/93", "Fear", "23 July"], ["CHAD", "Ana"]]

    def draw(canvas: Canvas) -> None:
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                lines(canvas, 50 + 100 * column, 60 + place * LEADING, [text])
        lines(canvas, 50, 140, wrapped(PROSE, 490))

    assert "UA 266/93   Fear   23 July" in said(draw)


def test_short_addresses_side_by_side_are_columns() -> None:
    first, second = ["Minister of Justice", "1 Palace Square", "Togo"], ["The Ambassador", "12 Range Road", "Canada"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, first)
        lines(canvas, 250, 80, second)

    assert [line for line in said(draw).split("\n") if line] == first + second

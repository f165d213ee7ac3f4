"""Pages as pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in rows from the top: blue, green, red and an unused byte each; `stride` is a row's length in bytes."""

    width: int
    height: int
    stride: int
    bgrx: bytes


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page (from 0) of a file that came from outside.

    `size` is its width and height in pt, `scale` how many pixels one pt takes.
    """

    page: int
    pages: int
    size: tuple[float, float]
    scale: float
    picture: Picture

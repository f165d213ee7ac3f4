"""What a review is called."""

from uadesk.base.language import _
from uadesk.domain.bulletins import BulletinDraft


def title_of(draft: BulletinDraft) -> str:
    """What a review is called: "First bulletin on 34/25, USA"."""
    if not draft.text.content and draft.number is None and not draft.title:
        return _("A case entered by hand")
    from uadesk.desk.words import bulletin_words

    return bulletin_words(draft)

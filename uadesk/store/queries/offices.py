"""The offices whose bulletins came."""

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from uadesk.domain.addresses import Issuer
from uadesk.domain.folding import fold
from uadesk.store.bulletins import BulletinRecord, issuer_of


def offices(session: Session) -> tuple[Issuer, ...]:
    """Each office once, by name and email as its newest bulletin prints them; the one heard of last comes first."""
    found = session.scalars(
        select(BulletinRecord)
        .where(BulletinRecord.issuer.is_not(None))
        .order_by(BulletinRecord.imported.desc(), BulletinRecord.id.desc())
        .options(load_only(BulletinRecord.issuer))
    )
    known: dict[tuple[str, tuple[str, ...]], Issuer] = {}
    for record in found:
        issuer = issuer_of(record.issuer)
        if issuer is not None and (issuer.name or issuer.email):
            known.setdefault((fold(issuer.name), issuer.email), issuer)
    return tuple(known.values())

"""The group whose desk this is."""

from uadesk.base.language import N_
from uadesk.desk.desk import Desk
from uadesk.domain.people import Group


def group(desk: Desk) -> Group:
    """The group as entered; empty before the first questions were answered."""
    from uadesk.store.people import THE_GROUP, GroupRecord

    with desk.store.reading() as session:
        record = session.get(GroupRecord, THE_GROUP)
        return record.group if record else Group()


def save_group(desk: Desk, group: Group) -> None:
    """Keep these details of the group."""
    from uadesk.store.people import THE_GROUP, GroupRecord

    with desk.store.writing(N_("Change the group's details")) as session:
        record = session.get(GroupRecord, THE_GROUP)
        if record is None:
            record = GroupRecord(id=THE_GROUP)
            session.add(record)
        record.take(group)


def is_sample(desk: Desk) -> bool:
    """Whether this is the sample desk, with invented people and cases."""
    from uadesk.store.people import THE_GROUP, GroupRecord

    with desk.store.reading() as session:
        record = session.get(GroupRecord, THE_GROUP)
        return record is not None and record.is_sample

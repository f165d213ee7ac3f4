"""Who can be reached by email and by fax."""

from uadesk.base.errors import UADeskError
from uadesk.domain.letters import Channel


class NotReachedError(UADeskError):
    """An addressee has no email address, or no fax number, though the `channel` needs one."""

    def __init__(self, addressee: str, channel: Channel) -> None:
        super().__init__(addressee, channel)
        self.addressee = addressee
        self.channel = channel

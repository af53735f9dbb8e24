"""Why the system refused to read or to write, as messages."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.workspace import (
    ASK_FOR_RIGHTS,
    DISK_FULL,
    DRIVE_FAULTY,
    FILE_TOO_LARGE_THERE,
    FOLDER_IS_A_FILE,
    FOLDER_LOST,
    MAKE_ROOM,
    NAME_OF_A_FILE,
    NAME_OF_A_FOLDER,
    NAME_TOO_LONG,
    NOT_READABLE,
    NOT_THERE,
    NOT_WRITABLE,
    OPEN_ELSEWHERE,
    QUOTA_USED_UP,
    READ_ONLY,
    RECONNECT_DRIVE,
    SYSTEM_REFUSED,
)

if TYPE_CHECKING:
    from ipak_cli.base.message import Message

_REASONS: Final = {
    errno.EACCES: NOT_WRITABLE,
    errno.EPERM: NOT_WRITABLE,
    errno.EBUSY: OPEN_ELSEWHERE,
    errno.ETXTBSY: OPEN_ELSEWHERE,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: QUOTA_USED_UP,
    errno.EFBIG: FILE_TOO_LARGE_THERE,
    errno.EEXIST: NAME_OF_A_FILE,
    errno.EISDIR: NAME_OF_A_FOLDER,
    errno.ENOTDIR: FOLDER_IS_A_FILE,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.ENOENT: FOLDER_LOST,
    errno.ESTALE: FOLDER_LOST,
    errno.ENOTCONN: FOLDER_LOST,
    errno.EHOSTDOWN: FOLDER_LOST,
    errno.ETIMEDOUT: FOLDER_LOST,
    errno.EIO: DRIVE_FAULTY,
}
_READING: Final = {errno.EACCES: NOT_READABLE, errno.EPERM: NOT_READABLE, errno.ENOENT: NOT_THERE}
"""What else the same refusals mean to a reader."""


_ADVICE: Final = {
    NOT_WRITABLE: ASK_FOR_RIGHTS,
    READ_ONLY: ASK_FOR_RIGHTS,
    DISK_FULL: MAKE_ROOM,
    QUOTA_USED_UP: MAKE_ROOM,
    FOLDER_LOST: RECONNECT_DRIVE,
    DRIVE_FAULTY: RECONNECT_DRIVE,
}
"""What to do about a reason, where the general advice for a file that is refused would not help."""


def refusal(error: OSError) -> Message:
    """Return why the system refused to write."""
    return _REASONS.get(error.errno or 0, SYSTEM_REFUSED)()


def advice(error: OSError) -> Message | None:
    """Return what to do about a refusal to write; ``None`` where the general advice fits."""
    found = _ADVICE.get(_REASONS.get(error.errno or 0, SYSTEM_REFUSED))
    return found() if found else None


def unreadable(error: OSError) -> Message:
    """Return why the system refused to read."""
    return (_REASONS | _READING).get(error.errno or 0, SYSTEM_REFUSED)()

"""Why a server lets nobody in, as one of a few plain facts.

libpq tells a refused connection in words only, and those in the language of the system. So what
can be asked anew without words is asked anew: whether there is such a host, whether anybody
listens there, whether a password was asked for. Only what is left is read from the words.
"""

import socket
from typing import Any

from models import errors
from models.storage.server_address import ServerAddress

_PATIENCE = 3.0  # seconds that a server may take to pick up
_REFUSED_ENCRYPTION = ("does not support ssl", "certificate", "ssl error", "root.crt")
_STANDBY = ("session is read-only", "hot standby mode")
_NOT_YET = (
    "starting up", "shutting down", "not yet accepting", "recovery", "too many clients",
    "connection slots", "too many connections",
)  # fmt: skip


def why(address: ServerAddress, error: BaseException) -> errors.StorageError:
    """What `error`, raised by connecting to `address`, means."""
    unreached = _unreached(address, str(error))
    return said(address, error) if unreached is None else unreached


def said(address: ServerAddress, error: BaseException) -> errors.StorageError:
    """What the server itself said, so that nobody waits for it; `ConnectionLost` where nothing."""
    for text, connection in _links(error):
        if found := _refusal(address, text, connection):
            return found
    return errors.ConnectionLost(str(error))


def _unreached(address: ServerAddress, detail: str) -> errors.StorageError | None:
    """None when somebody picks up at one of the hosts, or at a socket of this computer."""
    ports = address.port.split(",")
    found: errors.StorageError | None = None
    for at, host in enumerate(address.host.split(",")):
        if not host or host.startswith("/"):
            return None
        port = (ports[at] if at < len(ports) else ports[-1]) or "5432"
        try:
            socket.create_connection((host, int(port)), _PATIENCE).close()
        except (socket.gaierror, UnicodeError):
            found = errors.NoSuchHost(detail, host)
        except ConnectionRefusedError:
            found = errors.NobodyListens(detail, host, port)
        except (OSError, OverflowError):
            found = errors.NoAnswer(detail, host, port)
        else:
            return None
    return found


def _links(error: BaseException) -> list[tuple[str, Any]]:
    """What every complaint in the chain says, and its connection, if there was one."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    return [(str(link), getattr(link, "pgconn", None)) for link in reversed(chain)]


def _refusal(address: ServerAddress, text: str, connection: Any) -> errors.StorageError | None:
    words = text.casefold()
    if any(word in words for word in _REFUSED_ENCRYPTION):
        return errors.NotEncrypted(text)
    if any(word in words for word in _STANDBY):
        # Of several servers one is about to take over.
        return (errors.ServerNotReady if "," in address.host else errors.StandbyServer)(text)
    if any(word in words for word in _NOT_YET):
        return errors.ServerNotReady(text)
    if "pg_hba.conf" in words:
        return errors.NotLetIn(text)
    if f'database "{address.database}" does not exist'.casefold() in words:
        return errors.NoSuchDatabase(text, address.database)
    if "permission denied for database" in words:
        return errors.NoServerRights(text)
    asked = connection is not None and (connection.needs_password or connection.used_password)
    if asked or "authentication failed" in words or "no password supplied" in words:
        return errors.WrongPassword(text, address.user)
    return None

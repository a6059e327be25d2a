"""The engine that a thread speaks to: that of the shop, or this station's own file in its stead."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peewee import DatabaseProxy


class Engines(DatabaseProxy):
    """Stands for the engine of the shop that is open (`shop`).

    While its server is away (`is_away`) it stands for the station's `own` file, of the same tables.
    Whatever is begun is ended on the engine with which it began.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)  # Peewee's own knows of no other attributes

    def __init__(self) -> None:
        self._here = threading.local()
        super().__init__()

    def initialize(self, obj: Any) -> None:
        """From now on `obj` is the engine of the shop, for all threads."""
        self.shop: Any = obj
        self.own: Any = None
        #: By what the shop is known that the station's own file was copied from.
        self.own_seal = ""
        self.is_away = False
        super().initialize(obj)

    @property
    def obj(self) -> Any:
        """The engine of this thread at this moment."""
        kept = getattr(self._here, "engine", None)
        if kept is not None:
            return kept
        return self.own if self.is_away else self.shop

    @obj.setter
    def obj(self, engine: Any) -> None:  # Peewee's own way to say it
        self.shop = engine

    @property
    def is_own(self) -> bool:
        """Whether this thread speaks to the station's own file."""
        return self.own is not None and self.obj is self.own

    @contextmanager
    def speaking_to(self, engine: Any) -> Iterator[None]:
        """This thread speaks to `engine`, whatever happens to the line meanwhile."""
        before = getattr(self._here, "engine", None)
        self._here.engine = engine
        try:
            yield
        finally:
            self._here.engine = before

    def close_here(self) -> None:
        """Gives up this thread's connections."""
        for engine in (self.shop, self.own):
            if engine is not None and not engine.is_closed():
                engine.close()

    def kept(self) -> Any:
        """What is done inside is ended on the engine with which it began."""
        return self.speaking_to(self.obj)

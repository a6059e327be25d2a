"""What a person sees at one moment: windows, what stands on them, what can be pressed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Window:
    """`page` is the name of the page in it, empty for a dialog; `kind` is its class."""

    kind: str
    title: str
    box: Box
    #: With the frame that the window manager gives it.
    outside: Box
    active: bool
    modal: bool
    front: bool
    page: str
    full_screen: bool
    #: Whether a key counts by now: what has just come up is deaf to the second of two.
    listens: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, or one line of a list."""

    row: int
    text: str
    box: Box
    current: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands on a window. `kinds` are its classes, the nearest first."""

    window: int
    kinds: tuple[str, ...]
    within: tuple[str, ...]
    object: str
    name: str
    words: tuple[str, ...]
    value: str
    box: Box | None
    #: Whether a finger on its middle meets it and nothing that lies over it.
    free: bool
    enabled: bool
    checked: bool
    focus: bool
    #: The command that it does when pressed, and the key that stands on it.
    command: str
    key: str
    cells: tuple[Cell, ...]

    @property
    def kind(self) -> str:
        return self.kinds[0]

    @property
    def is_button(self) -> bool:
        return "QAbstractButton" in self.kinds

    def says(self, text: str) -> bool:
        """Whether the text stands on it, or was typed in it, or in one of its cells."""
        return any(text in words for words in (*self.words, self.value)) or any(
            text in cell.text for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that the window in front has now, with its keys by their portable names."""

    id: str
    text: str
    keys: tuple[str, ...]
    #: The key as it stands on buttons.
    shown: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """All windows from back to front, all visible pieces of them, all commands of the front one."""

    windows: tuple[Window, ...]
    pieces: tuple[Piece, ...]
    commands: tuple[Offer, ...]

    @property
    def front(self) -> Window | None:
        return next((window for window in self.windows if window.front), None)

    @property
    def listens(self) -> bool:
        """Whether the window in front answers keys by now."""
        return self.front is not None and self.front.listens

    @property
    def page(self) -> str:
        """The page in the window in front, or behind the dialog in front."""
        return next((window.page for window in reversed(self.windows) if window.page), "")

    @property
    def focus(self) -> Piece | None:
        return next((piece for piece in self.pieces if piece.focus), None)

    @property
    def offered(self) -> dict[str, Offer]:
        """The commands that can be done now."""
        return {offer.id: offer for offer in self.commands if offer.enabled}

    def in_front(self) -> Iterator[Piece]:
        """What stands on the window in front."""
        for piece in self.pieces:
            if self.windows[piece.window].front:
                yield piece

    def kind(self, name: str) -> list[Piece]:
        """All pieces of this class or made from it, in all windows."""
        return [piece for piece in self.pieces if name in piece.kinds]

    def rows(self, kind: str) -> list[str]:
        """The rows that can be seen of the tables or lists of this class, each as one text."""
        rows: dict[tuple[int, int], list[str]] = {}
        for number, table in enumerate(self.kind(kind)):
            for cell in table.cells:
                rows.setdefault((number, cell.row), []).append(cell.text)
        return [" | ".join(texts) for texts in rows.values()]

    def says(self, text: str) -> bool:
        """Whether the text stands anywhere."""
        return any(piece.says(text) for piece in self.pieces)

    def buttons(self, name: str) -> list[Piece]:
        """Buttons of the window in front that are called so, else those that begin so."""
        buttons = [piece for piece in self.in_front() if piece.is_button]
        exact = [piece for piece in buttons if name in piece.words]
        return exact or [p for p in buttons if any(text.startswith(name) for text in p.words)]

    def of_command(self, id: str) -> list[Piece]:
        """The buttons of a command in the window in front."""
        return [piece for piece in self.in_front() if piece.command == id]


def read(facts: dict[str, Any]) -> Sight:
    """What the probe answered."""
    return Sight(
        tuple(_window(window) for window in facts["windows"]),
        tuple(_piece(piece) for piece in facts["pieces"]),
        tuple(Offer(**{**offer, "keys": tuple(offer["keys"])}) for offer in facts["commands"]),
    )


def _window(facts: dict[str, Any]) -> Window:
    return Window(**{**facts, "box": Box(*facts["box"]), "outside": Box(*facts["outside"])})


def _piece(facts: dict[str, Any]) -> Piece:
    box = facts["box"]
    return Piece(
        **{
            **facts,
            "kinds": tuple(facts["kinds"]),
            "within": tuple(facts["within"]),
            "words": tuple(facts["words"]),
            "box": Box(*box) if box else None,
            "cells": tuple(Cell(**{**cell, "box": Box(*cell["box"])}) for cell in facts["cells"]),
        }
    )

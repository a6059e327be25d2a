"""How the facts that an error carries are written in its sentence."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.words.error_reasons import short
from gui.words.field_names import field_name
from gui.words.formatting import Formatting
from gui.words.state_words import stage_text
from gui.words.station_names import station_name
from models.stages import Stage

translate = QCoreApplication.translate
Builder = Callable[[Any, Formatting], str]


def plain(text: str) -> Builder:
    def build(error: Any, format: Formatting) -> str:
        return translate("errors", text)

    return build


def filled(text: str, /, **facts: Callable[[Any, Formatting], str]) -> Builder:
    def build(error: Any, format: Formatting) -> str:
        values = {name: fact(error, format) for name, fact in facts.items()}
        return translate("errors", text).format(**values)

    return build


def text(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: short(str(getattr(error, name)))


def station(error: Any, format: Formatting) -> str:
    return station_name(short(error.station))


def stage(error: Any, format: Formatting) -> str:
    return stage_text(Stage(error.stage))


def money(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.money(getattr(error, name))


def rate(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.rate(getattr(error, name))


def quantity(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.quantity(getattr(error, name))


def count(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.number(getattr(error, name))


def number(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.order_number(getattr(error, name))


def day(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.date(getattr(error, name))


def time(name: str) -> Callable[[Any, Formatting], str]:
    return lambda error, format: format.time(getattr(error, name))


def field(error: Any, format: Formatting) -> str:
    return field_name(error.field)

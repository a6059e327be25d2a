"""What a person typed and chose in the fields of a page, put into the same page built anew."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.widgets.fields.draft import Draft, put_value, value_of

#: The way down from the page: at each step the kind of child, and which one of that kind.
Place = tuple[tuple[str, int], ...]
Typed = dict[Place, str | int | bool]


def typed_in(page: QWidget) -> Typed:
    """What stands in fields by a person's hand and was not used yet; a PIN is never kept."""
    fields = (*_choices(page), *_texts(page))
    return {_place(field, page): value_of(field) for field in fields if field.isVisibleTo(page)}


def put_back(page: QWidget, typed: Typed) -> None:
    """Types it into the fields at the same places; one that is not there is left out."""
    for place, value in typed.items():
        if (field := _at(place, page)) is not None:
            put_value(field, value)


def _choices(page: QWidget) -> Iterator[QWidget]:
    """Those of forms, which count when they are saved; elsewhere a choice counts at once."""
    for draft in page.findChildren(Draft):
        yield from draft.choices()


def _texts(page: QWidget) -> Iterator[QWidget]:
    for line in page.findChildren(QLineEdit):
        if line.isModified() and line.echoMode() is QLineEdit.EchoMode.Normal:
            yield line
    yield from (text for text in page.findChildren(QPlainTextEdit) if text.document().isModified())


def _place(field: QWidget, page: QWidget) -> Place:
    parent = field.parentWidget()
    if field is page or parent is None:
        return ()
    kind = type(field).__name__
    return (*_place(parent, page), (kind, _of_kind(parent, kind).index(field)))


def _at(place: Place, page: QWidget) -> QWidget | None:
    for kind, number in place:
        alike = _of_kind(page, kind)
        if number >= len(alike):
            return None
        page = alike[number]
    return page


def _of_kind(parent: QWidget, kind: str) -> list[QWidget]:
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and type(child).__name__ == kind
    ]

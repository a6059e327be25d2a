"""A text that a spreadsheet would take for a formula, made harmless, and back as it was."""

import re

#: What a spreadsheet takes for the beginning of a formula, also in full width; and what would be
#: mistaken for a text that was made harmless.
_FORMULA = re.compile(r"'*(?:[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")


def harmless(text: str) -> str:
    """The text, with an apostrophe before it if it could become a formula."""
    return "'" + text if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text

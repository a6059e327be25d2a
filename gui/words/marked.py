"""Marks a text for the translators where it stands in a table, to be translated when shown."""


def marked(context: str, text: str) -> str:
    """Gives `text` back; `python -m tests.translations` finds it by this name."""
    return text

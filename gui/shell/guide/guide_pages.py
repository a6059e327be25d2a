"""The guide: its pages in reading order, read from resources/guide as they are needed."""

import re
from functools import cache
from pathlib import Path

GUIDE = Path(__file__).parent.parent.parent.parent / "resources" / "guide"
#: Page by page, with the icon beside its title.
TOPICS = {
    "index": "book-open-page-variant-outline",
    "first_hour": "flag-outline",
    "day": "weather-sunny",
    "closing": "weather-night",
    "counter": "cart-outline",
    "payment": "cash-register",
    "lists": "clipboard-list-outline",
    "inbox": "inbox-outline",
    "warehouse": "package-variant",
    "board": "view-column-outline",
    "orders": "history",
    "drawer": "cash-lock",
    "catalogue": "tag-multiple-outline",
    "import": "file-import-outline",
    "past_sales": "calendar-import-outline",
    "figures": "chart-bar",
    "owner": "storefront-outline",
    "staff": "badge-account-outline",
    "printers": "printer-outline",
    "scanner": "barcode-scan",
    "backup": "database-check-outline",
    "running": "server",
    "server": "server-network",
    "policy": "shield-check-outline",
    "trouble": "lifebuoy",
    "keys": "keyboard-outline",
}
_PICTURE = re.compile(r"^!\[.*?\]\(.*?\)\n+", re.MULTILINE)
_SIGNS = re.compile(r"[*`#|]|\]\(.*?\)|\[")


@cache
def markdown(topic: str, language: str) -> str:
    """A page as it stands; what it shows of the program is named from its own folder."""
    return (GUIDE / language / f"{topic}.md").read_text("utf-8")


def without_pictures(text: str) -> str:
    """Inside the program the window itself is the picture."""
    return _PICTURE.sub("", text)


def title(topic: str, language: str) -> str:
    """Its first heading."""
    return markdown(topic, language).partition("\n")[0].removeprefix("# ")


def found(words: str, language: str) -> list[str]:
    """The pages in which all `words` stand, or begin; those with them in their title first."""
    wanted = words.casefold().split()

    def has_all(text: str) -> bool:
        return all(re.search(rf"(?<!\w){re.escape(word)}", text) for word in wanted)

    topics = [topic for topic in TOPICS if has_all(_plain(topic, language))]
    return sorted(topics, key=lambda topic: not has_all(title(topic, language).casefold()))


@cache
def _plain(topic: str, language: str) -> str:
    return _SIGNS.sub("", without_pictures(markdown(topic, language))).casefold()

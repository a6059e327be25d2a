"""Whether all is there that the program reads besides its code: an installation may be cut off."""

from pathlib import Path

RESOURCES = Path(__file__).parents[2] / "resources"
#: Files without which it does not begin, and folders of those without which it would be poorer.
PARTS = (
    "demo/catalogue.csv", "fonts", "guide/en", "guide/id", "icons", "personal_words.toml",
    "policy/privacy_policy.en.txt", "policy/privacy_policy.id.txt", "shopping_words.toml", "sounds",
    "themes/dark.toml", "themes/light.toml", "translations/id",
)  # fmt: skip


def missing() -> list[str]:
    return [part for part in PARTS if not (RESOURCES / part).exists()]


def not_whole() -> str:
    """A sentence in both languages, whose words may be what is missing; empty when all is there."""
    if not (parts := ", ".join(missing())):
        return ""
    return (
        f"BotBelanja is not whole here, please install it again; what is missing: {parts}\n"
        f"BotBelanja tidak lengkap di sini, pasanglah lagi; yang tidak ada: {parts}"
    )

"""The guide as a site and on paper: `uv run --group docs python -m tests.guide`.

Into build/guide/, for each language: a folder of pages that load nothing from elsewhere, and
`botbelanja-guide-LANGUAGE.pdf`, which Qt makes of the same Markdown.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import (
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from gui.input.actions import Actions
from gui.look.theme import Theme
from gui.shell.guide import guide_pages
from gui.widgets.text.markdown import dress
from gui.words.language import LANGUAGES, Language

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "build" / "guide"
PICTURES = ROOT / "docs" / "pictures"
DPI = 96  # what the pixels of the theme are made for
LETTERS = 0.85  # of those on the screen
PICTURE_WIDTH = 640  # between the margins of 2 cm that Qt leaves on paper
_PICTURE = re.compile(r"(?<=\]\()[./]*docs/pictures/(?=[\w.]+\))")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\([^)]+\)")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    qt = QApplication()
    for code in LANGUAGES:
        Language(qt).choose(code)
        pages = {topic: page(topic, code) for topic in guide_pages.TOPICS}
        print_pages(pages, TARGET / f"botbelanja-guide-{code}.pdf")
        build_site(pages, code, TARGET / code)
    first = next(iter(LANGUAGES))
    door = f'<meta http-equiv="refresh" content="0; url={first}/index.html">\n'
    (TARGET / "index.html").write_text(door, "utf-8")


def page(topic: str, language: str) -> str:
    """A page of the guide; that of the keys with all of them, as they stand beside it in F1."""
    text = guide_pages.markdown(topic, language)
    return text + key_tables(Actions()) if topic == "keys" else text


def key_tables(actions: Actions) -> str:
    parts = []
    for group, commands in actions.with_keys().items():
        parts += [f"\n### {actions.group_text(group)}\n", "| | |\n|---|---|"]
        for command in commands:
            keys = " ".join(f"`{key}`" for key in actions.key_names(command.id))
            parts.append(f"| {actions.text(command.id)} | {keys} |")
    return "\n".join(parts) + "\n"


def build_site(pages: dict[str, str], language: str, target: Path) -> None:
    """By Zensical, which stops at a link that leads nowhere."""
    with TemporaryDirectory() as place:
        sources = Path(place) / "docs"
        sources.mkdir()
        for topic, text in pages.items():
            (sources / f"{topic}.md").write_text(_PICTURE.sub("pictures/", text), "utf-8")
        shutil.copytree(PICTURES, sources / "pictures", ignore=_others(pages))
        config = Path(place) / "mkdocs.yml"
        config.write_text(json.dumps(settings(language)), "utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict"]
        subprocess.run([*command, "--config-file", str(config)], check=True)
        shutil.move(Path(place) / "site", target)


def settings(language: str) -> dict[str, object]:
    """JSON is YAML as well."""
    colours = [
        {"media": f"(prefers-color-scheme: {name})", "scheme": scheme, "primary": "teal"}
        for name, scheme in (("light", "default"), ("dark", "slate"))
    ]
    return {
        "site_name": "BotBelanja",
        "nav": [f"{topic}.md" for topic in guide_pages.TOPICS],
        "use_directory_urls": False,  # a folder can be opened without a server, too
        "plugins": ["search"],
        "theme": {
            "name": "material",
            "language": language,
            "font": False,  # nothing is fetched from elsewhere
            "palette": colours,
            "features": ["navigation.footer"],
        },
        "markdown_extensions": ["tables", "sane_lists"],
        "extra": {
            "generator": False,
            "alternate": [
                {"name": name, "link": f"../{code}/index.html", "lang": code}
                for code, name in LANGUAGES.items()
            ],
        },
    }


def print_pages(pages: dict[str, str], target: Path) -> None:
    """Each page of the guide begins a page of A4."""
    document = QTextDocument()
    pictures = QUrl.fromLocalFile(f"{PICTURES}/").toString()
    text = _PICTURE.sub(pictures, "\n\n".join(pages.values()))
    document.setMarkdown(_LINK.sub(r"\1", text))
    dress(document, Theme("light", LETTERS))
    lay_out(document)
    writer = QPdfWriter(str(target))
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle("BotBelanja")
    writer.setCreator("BotBelanja")
    document.print_(writer)


def lay_out(document: QTextDocument) -> None:
    """Pages begin with their titles, and pictures are as wide as the page."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        look = block.blockFormat()
        if look.headingLevel() == 1 and block.blockNumber():
            look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isImageFormat():
                picture = piece.charFormat().toImageFormat()
                picture.setWidth(PICTURE_WIDTH)
                look.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(picture)
            pieces += 1
        QTextCursor(block).setBlockFormat(look)
        block = block.next()


def _others(pages: dict[str, str]) -> Callable[[str, list[str]], list[str]]:
    """Leaves out the pictures that no page shows."""
    shown = set(re.findall(r"docs/pictures/([\w.]+)\)", "".join(pages.values())))
    return lambda _, names: [name for name in names if name not in shown]


if __name__ == "__main__":
    main()

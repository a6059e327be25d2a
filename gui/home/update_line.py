"""A line of Home that is there while a newer version of the program is at hand."""

from functools import partial
from pathlib import Path

from gui.runtime.keeping.installers import Installer, newest_in
from gui.shell.app_context import AppContext
from gui.widgets.text.plain_text import Words
from models.settings import program
from models.storage.mounts import disks

Found = tuple[Installer | None, str]


class UpdateLine(Words):
    """Says which version, where it is, and what to do."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(wordWrap=True)
        self._context = context
        theme = context.theme
        self.setFont(theme.font("second"))
        self.setStyleSheet(f"color: {theme.hex('on_ready_soft')}")
        self.hide()

    def refresh(self) -> None:
        """Looks again, where a look takes nobody's time."""
        shop, backups = self._context.shop, self._context.backups
        near = [shop.path.parent if shop.path else None, shop.backup_folder]
        near.append(backups.second if backups else None)
        folders = [folder for folder in near if folder is not None]
        self._context.background.ask(partial(_look, folders), self._show, owner=self)

    def _show(self, found: Found) -> None:
        installer, elsewhere = found
        text = ""
        if installer is not None:
            text = self.tr(
                "Version {version} is here: {file}. Close the program and open that file; the shop "
                "stays as it is."
            ).format(version=installer.version, file=installer.path)
        elif elsewhere:
            text = self.tr(
                "Version {version} works in this shop on another computer. Bring this one up to "
                "date as well: its installer can lie on a stick or beside the shop."
            ).format(version=elsewhere)
        self.setText(text)
        self.setVisible(bool(text))


def _look(folders: list[Path]) -> Found:
    return newest_in([*folders, *disks()]), program.newer_elsewhere()

"""Makes what a shop installs: `uv run --no-dev --all-extras --group build packaging/build.py`.

Into build/: `botbelanja/`, a folder that starts without a Python; the same as a tar (zip on
Windows and macOS); on Linux `BotBelanja.AppDir/`, of which an AppImage is made; and on Debian and
Ubuntu a package, `botbelanja_VERSION_ARCH.deb`.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import version as version_of
from pathlib import Path

import icu_data
import PyInstaller.__main__

HERE = Path(__file__).parent
ROOT = HERE.parent
BUILD = ROOT / "build"
ICONS = BUILD / "icons"
NAME = "botbelanja"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

CONTROL = """Package: {name}
Version: {version}
Architecture: {arch}
Maintainer: BotBelanja maintainers <maintainers@botbelanja.com>
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils, libcups2, libpulse0
Section: misc
Priority: optional
Homepage: https://botbelanja.com
Description: orders at the counter, a live queue in the warehouse, charts
 A desktop program for a shop with a counter in front and a warehouse behind.
 It works offline and stores order information only: a customer is a number.
 .
 Removing the package leaves the shop where it is, in the user's data folder.
"""


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from models.session import PROGRAM_VERSION

    draw_icons()
    if sys.platform == "linux":
        numpy = small_numpy()
        sys.path.insert(0, numpy)
        os.environ["PYTHONPATH"] = numpy  # PyInstaller looks around in processes of its own
    PyInstaller.__main__.run(
        [
            str(HERE / "botbelanja.spec"), "--noconfirm", "--log-level", "WARN",
            "--distpath", str(BUILD), "--workpath", str(BUILD / "work"),
        ]
    )  # fmt: skip
    if sys.platform == "linux":
        strip_symbols()
        share_twins()
        for data in (BUILD / NAME).rglob("PySide6/Qt/lib/libicudata.so.*"):
            icu_data.thin(data)
        make_appdir()
    (BUILD / "VERSION").write_text(f"{PROGRAM_VERSION}\n")  # for the installer of Windows
    system = sysconfig.get_platform()
    archive = BUILD / f"{NAME}-{PROGRAM_VERSION}-{system}"
    kind = "xztar" if sys.platform == "linux" else "zip"
    shutil.make_archive(str(archive), kind, BUILD, NAME)
    if shutil.which("dpkg-deb"):
        make_deb(PROGRAM_VERSION)


def small_numpy() -> str:
    """The folder of a numpy that brings no algebra and no variants for newer processors, which no
    sum of ours asks for: a sixth of the size. Compiled once for each version, by a C compiler."""
    place = BUILD / f"numpy-{version_of('numpy')}-{sys.implementation.cache_tag}"
    if not place.exists():
        chosen = ("blas=none", "lapack=none", "allow-noblas=true", "cpu-dispatch=none")
        subprocess.run(
            [
                "uv", "pip", "install", "--python", sys.executable, "--target", place, "--no-deps",
                "--no-binary", "numpy", *(f"--config-setting=setup-args=-D{one}" for one in chosen),
                f"numpy=={version_of('numpy')}",
            ],
            check=True,
        )  # fmt: skip
    return str(place)


def strip_symbols() -> None:
    """Takes out what only a debugger reads; others would not be loadable without it."""
    inside = BUILD / NAME / "_internal"
    patterns = (
        "libpython*", "pysqlite3/*.so", "apsw/*.so", "numpy/**/*.so", "python_calamine/*.so",
        "_argon2_cffi_bindings/*.so", "PySide6/Qt/lib/libicu*", "python3*/lib-dynload/*.so",
    )  # fmt: skip
    for pattern in patterns:
        for file in inside.glob(pattern):
            subprocess.run(("strip", "--strip-unneeded", file), check=True)


def share_twins() -> None:
    """A wheel brings its libraries under names of its own (`libcrypto-3a0647ea.so.3`): where the
    same lies beside, it is a link to that one."""
    inside = BUILD / NAME / "_internal"
    for brought in inside.glob("*.libs/*.so.*"):
        name = re.sub(r"-[0-9a-f]{8}(?=\.so)", "", brought.name)
        for twin in inside.glob("lib*.so.*"):
            if f"{name}.".startswith(f"{twin.name}."):
                twin.unlink()
                twin.symlink_to(brought.relative_to(inside))


def make_deb(version: str) -> None:
    """The folder under /opt, its command, its entry in the menu, and its icons."""
    from gui.runtime.screen import LIBRARIES

    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(BUILD / NAME, tree / "opt" / NAME, symlinks=True)
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    for command in (NAME, f"{NAME}-cli"):
        (commands / command).symlink_to(f"/opt/{NAME}/{NAME}")
    share_with_desktop(tree / "usr" / "share")
    licence = tree / "usr" / "share" / "doc" / NAME / "copyright"
    licence.parent.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", licence)

    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    arch = subprocess.check_output(("dpkg", "--print-architecture"), text=True).strip()
    depends = ", ".join(
        ("libc6", "libstdc++6", "fontconfig", "libx11-6", "libfreetype6", *LIBRARIES)
    )
    (control / "control").write_text(
        CONTROL.format(name=NAME, version=version, arch=arch, size=size, depends=depends)
    )
    for path in tree.rglob("*"):
        if not path.is_symlink():  # readable by all, whatever the umask of who builds
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    made = BUILD / f"{NAME}_{version}_{arch}.deb"
    subprocess.run(("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, made), check=True)
    shutil.rmtree(tree)


def make_appdir() -> None:
    """What `appimagetool` makes one file of that starts on any Linux: the folder, and beside it
    what a desktop shows of it."""
    from gui.runtime.screen import DESKTOP_ID

    tree = BUILD / "BotBelanja.AppDir"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(BUILD / NAME, tree / "usr" / "bin", symlinks=True)
    (tree / "AppRun").symlink_to(f"usr/bin/{NAME}")
    share_with_desktop(tree / "usr" / "share")
    shutil.copy(HERE / "linux" / f"{DESKTOP_ID}.desktop", tree)
    shutil.copy(ICONS / "256.png", tree / f"{DESKTOP_ID}.png")
    (tree / ".DirIcon").symlink_to(f"{DESKTOP_ID}.png")


def share_with_desktop(share: Path) -> None:
    """The entry in the menu, the page in the software centre, the icons."""
    from gui.runtime.screen import DESKTOP_ID

    for kind, file in (("applications", "desktop"), ("metainfo", "metainfo.xml")):
        (share / kind).mkdir(parents=True)
        shutil.copy(HERE / "linux" / f"{DESKTOP_ID}.{file}", share / kind)
    for size in ICON_SIZES:
        icon = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{DESKTOP_ID}.png"
        icon.parent.mkdir(parents=True)
        shutil.copy(ICONS / f"{size}.png", icon)


def draw_icons() -> None:
    """The program's sign in every size that a desktop asks for, into `ICONS`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from gui.look import icons
    from gui.look.theme import Theme

    application = QGuiApplication([])
    theme = Theme("light")
    ICONS.mkdir(parents=True, exist_ok=True)
    for size in ICON_SIZES:
        picture = icons.logo_picture(size, theme.color("accent"), theme.color("on_accent"))
        picture.save(str(ICONS / f"{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()

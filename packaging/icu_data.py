"""Takes out of ICU's data what no shop of ours reads: 30 MB of other languages and old encodings.

Qt for Linux brings ICU, whose data are one package inside a library that holds nothing else. Qt
asks it how words are sorted and what time zones are called; the rest it knows by itself, and what
is missing is answered in English. The format is that of ICU's own tool `icupkg`.
"""

import re
import struct
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_ALIGNED = 16  # bytes, of each item
#: Folders that Qt never opens, and the encodings of other systems.
_UNREAD = re.compile(r"/(brkitr|curr|lang|rbnf|region|translit|unit)/|\.cnv$|\.spp$|\.cfu$")
_LANGUAGE = re.compile(r"(?:^|/)([a-z]{2,3})(?:_\w+)?\.res$")
_KEPT = ("en", "id")


def is_read(name: str) -> bool:
    """Whether Qt reads this item here: `icudt73l/coll/root.res`."""
    language = _LANGUAGE.search(name)
    return not _UNREAD.search(name) and (language is None or language[1] in _KEPT)


def thin(library: Path) -> None:
    """Writes the library anew (`libicudata.so.73`), with what is read of it alone."""
    section = subprocess.check_output(("objdump", "-s", "-j", ".rodata", "-h", library), text=True)
    size, offset = re.search(r"\.rodata +(\w+) +\w+ +\w+ +(\w+)", section).groups()
    begin = int(offset, 16)
    data = thinned(library.read_bytes()[begin : begin + int(size, 16)])
    with TemporaryDirectory() as folder:
        (Path(folder) / "data").write_bytes(data)
        constant = ".data=.rodata,alloc,load,readonly,data,contents"
        for command in (
            ("ld", "-r", "-b", "binary", "-o", "data.o", "data"),
            ("objcopy", "--rename-section", constant, "data.o"),
            (
                "ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", library,
                "--defsym", f"icudt{library.suffix[1:]}_dat=_binary_data_start", "data.o",
            ),
        ):  # fmt: skip
            subprocess.run(command, cwd=folder, check=True)


def thinned(package: bytes) -> bytes:
    """A package of ICU's data (`CmnD`) with those items alone that are read."""
    head = struct.unpack_from("<H", package)[0]
    (count,) = struct.unpack_from("<I", package, head)
    entries = list(struct.iter_unpack("<II", package[head + 4 : head + 4 + 8 * count]))
    ends = [*(start for _, start in entries[1:]), len(package) - head]
    kept = []
    for (at, start), end in zip(entries, ends, strict=True):
        name = package[head + at : package.index(b"\0", head + at)]
        if is_read(name.decode()):
            kept.append((name, package[head + start : head + end]))
    names, items = b"", b""
    table = struct.pack("<I", len(kept))
    first = len(table) + 8 * len(kept)
    room = first + sum(len(name) + 1 for name, _ in kept)
    begin = -(-room // _ALIGNED) * _ALIGNED
    for name, item in kept:
        table += struct.pack("<II", first + len(names), begin + len(items))
        names += name + b"\0"
        items += item + bytes(-len(item) % _ALIGNED)
    return package[:head] + (table + names).ljust(begin, b"\0") + items

"""Makes the short sounds of the shop anew: `python -m tests.sounds`.

Each is a few soft tones, so that no recording of anybody is needed and the files stay small.
"""

import math
import struct
import wave
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources" / "sounds"
RATE = 22_050
LOUDNESS = 0.5

#: (hertz, seconds) one after another; 0 Hz is a rest. Up for good news, down for what is late.
TONES = {
    "new": ((784, 0.10), (1047, 0.18)),
    "changed": ((880, 0.09), (0, 0.05), (880, 0.09), (0, 0.05), (740, 0.16)),
    "late": ((523, 0.16), (440, 0.16), (349, 0.26)),
    "question": ((659, 0.12), (0, 0.04), (988, 0.26)),
    "ready": ((523, 0.10), (659, 0.10), (784, 0.10), (1047, 0.24)),
}


def sound(kind: str) -> bytes:
    """The whole WAV file: one channel, 16 bits."""
    samples: list[int] = []
    for hertz, seconds in TONES[kind]:
        count = int(seconds * RATE)
        for at in range(count):
            # Each tone swells in 5 ms and fades out, so that nothing clicks.
            swell = min(1.0, at / (0.005 * RATE)) * (1 - at / count)
            turn = 2 * math.pi * hertz * at / RATE
            wave_ = math.sin(turn) + 0.25 * math.sin(2 * turn)
            samples.append(round(32_767 * LOUDNESS * swell * wave_ / 1.25))
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, RATE, len(samples), "NONE", "not compressed"))
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for kind in TONES:
        (FOLDER / f"{kind}.wav").write_bytes(sound(kind))


if __name__ == "__main__":
    main()

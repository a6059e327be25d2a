#!/usr/bin/env bash
# Shows that the Debian package works on a bare machine without a Python of its own.
#
#   tests/deb_machine.sh FOLDER PACKAGE.deb [bookworm|trixie]
#
# Makes a minimal Debian in FOLDER (debootstrap, as root), installs the package there, starts the
# program as an ordinary user on a screen of this host (xvfb, openbox, xdotool, imagemagick), accepts
# the policy, makes the demo, takes an order by keys, and removes the package: the shop stays.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "$1") package=$(realpath "$2") suite=${3:-bookworm}
source tests/debian_machine.sh
shop=$machine/home/ani/.local/share/BotBelanja

make_machine ca-certificates

echo "== installed"
cp "$package" "$machine/tmp/botbelanja.deb"
chroot "$machine" apt-get update -qq
chroot "$machine" apt-get install -y -qq --no-install-recommends /tmp/botbelanja.deb >"$folder/$suite.install.log" 2>&1
chroot "$machine" bash -c '! command -v python3'
du -sh "$machine/opt/botbelanja" | cut -f 1
chroot "$machine" su - ani -c 'botbelanja-cli --version'
chroot "$machine" su - ani -c 'botbelanja-cli doctor --language en'

echo "== started, and an order taken"
open_screen
export DISPLAY=":$number"
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.2; done
openbox &
chroot "$machine" su - ani -c "DISPLAY=$DISPLAY botbelanja --demo --window order_entry" >"$folder/$suite.log" 2>&1 &
program=$!
window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
until [ -n "$(window BotBelanja)" ]; do kill -0 "$program"; sleep 0.5; done
sleep 2
import -window root "$folder/$suite.policy.png"
xdotool key --delay 500 End space Return
until [ -n "$(find "$shop" -name '*.sqlite3' 2>/dev/null)" ]; do kill -0 "$program"; sleep 0.5; done
until [ -n "$(window 'Order entry|Kasir|Pesanan')" ]; do kill -0 "$program"; sleep 0.5; done
sleep 5
xdotool type --delay 180 "minyak"
sleep 2
xdotool key --delay 500 Return F10
sleep 3
import -window root "$folder/$suite.order.png"
chroot "$machine" su - ani -c 'botbelanja-cli verify --demo --language en' | tail -n 1
chroot "$machine" su - ani -c 'botbelanja-cli prove --demo --language en' | head -n 2
kill "$screen"
wait "$program" "$screen" || true
screen=

echo "== removed; the shop stays"
chroot "$machine" apt-get remove -y -qq botbelanja >/dev/null 2>&1
[ ! -e "$machine/opt/botbelanja" ] && [ ! -e "$machine/usr/bin/botbelanja" ]
find "$shop" -name '*.sqlite3'

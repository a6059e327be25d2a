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
machine=$folder/$suite
shop=$machine/home/ani/.local/share/BotBelanja

screen=
undo() {
    kill ${screen:-} 2>/dev/null || true
    for place in dev/pts dev/shm dev proc; do
        if mountpoint -q "$machine/$place"; then umount --lazy "$machine/$place"; fi
    done
}
trap undo EXIT

echo "== a bare machine: $suite"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)
mkdir -p "$folder"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$machine" "$mirror" >"$folder/debootstrap.log"
for place in proc dev dev/pts dev/shm; do mount --bind "/$place" "$machine/$place"; done
cp /etc/hosts /etc/resolv.conf "$machine/etc/"
cp -r /usr/local/share/ca-certificates/. "$machine/usr/local/share/ca-certificates/"
chroot "$machine" update-ca-certificates >/dev/null 2>&1
apt-config dump | grep -i '^acquire::https\?::proxy' >"$machine/etc/apt/apt.conf.d/90host" || true
chroot "$machine" useradd --create-home --shell /bin/bash ani

echo "== installed"
cp "$package" "$machine/tmp/botbelanja.deb"
chroot "$machine" apt-get update -qq
chroot "$machine" apt-get install -y -qq --no-install-recommends /tmp/botbelanja.deb >"$folder/$suite.install.log" 2>&1
chroot "$machine" bash -c '! command -v python3'
du -sh "$machine/opt/botbelanja" | cut -f 1
chroot "$machine" su - ani -c 'botbelanja-cli --version'

echo "== started, and an order taken"
number=$((7000 + RANDOM % 1000))
Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
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
kill "$screen"
wait "$program" "$screen" || true
screen=

echo "== removed; the shop stays"
chroot "$machine" apt-get remove -y -qq botbelanja >/dev/null 2>&1
[ ! -e "$machine/opt/botbelanja" ] && [ ! -e "$machine/usr/bin/botbelanja" ]
find "$shop" -name '*.sqlite3'

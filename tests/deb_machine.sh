#!/usr/bin/env bash
# Shows that the Debian package works on a bare machine without a Python of its own.
#
#   tests/deb_machine.sh FOLDER PACKAGE.deb [bookworm|trixie]
#
# Makes a minimal Debian in FOLDER (debootstrap, as root) and installs the package there as if it were
# an older one. An ordinary user starts the program on a screen of this host (xvfb, openbox, xdotool,
# imagemagick), accepts the policy, makes the demo, takes an order by keys, picks it and hands it
# over. Then the package takes the place of the older one, another user opens a shop of version 0.1,
# and the package is removed and purged: the shops stay. Pictures of what was seen are left in FOLDER.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "$1") package=$(realpath "$2") suite=${3:-bookworm}
source tests/debian_machine.sh

# as USER COMMAND: in a terminal of that user.
as() { chroot "$machine" su - "$1" -c "$2"; }
apt() { chroot "$machine" apt-get "$@" >>"$folder/$suite.apt.log" 2>&1; }
install() { apt install -y -qq --no-install-recommends "$1"; }
window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
seen() { import -window root "$folder/$suite.$1.png"; }
# until_so COMMAND: while the program lives, and at most three minutes.
until_so() {
    local begun=$SECONDS
    until eval "$1"; do
        kill -0 "$program" && ((SECONDS < begun + 180)) || { seen stuck; cat "$folder/$suite.log"; exit 1; }
        sleep 0.5
    done
}
# start USER ARGUMENT…: the program, and until its first window is there.
start() {
    as "$1" "DISPLAY=$DISPLAY botbelanja ${*:2}" >"$folder/$suite.log" 2>&1 &
    program=$!
    until_so '[ -n "$(window BotBelanja)" ]'
    sleep 3
}
leave() {
    xdotool key --delay 500 alt+F4  # also where it is locked
    wait "$program"
}
# The number and the stage of the newest order of the demo, as the program's own export tells them.
newest() {
    as ani 'rm -rf out; botbelanja-cli export out --demo --language en >/dev/null'
    sort -t, -k1,1n "$machine/home/ani/out/orders.csv" | tail -n 1 | cut -d, -f 3,5
}

make_machine ca-certificates
chroot "$machine" useradd --create-home --shell /bin/bash budi
demo=$machine/home/ani/.local/share/BotBelanja/demo.sqlite3
old=$machine/home/budi/.local/share/BotBelanja/shop.sqlite3

echo "== an older package is installed"
dpkg-deb --raw-extract "$package" "$folder/older"
version=$(dpkg-deb --field "$package" Version)
sed -i "s/^Version: .*/Version: 0.0.1/" "$folder/older/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$folder/older" "$machine/tmp/older.deb" >/dev/null
rm -r "$folder/older"
cp "$package" "$machine/tmp/botbelanja.deb"
apt update -qq
install /tmp/older.deb
chroot "$machine" bash -c '! command -v python3'
du -sh "$machine/opt/botbelanja" | cut -f 1
as ani 'botbelanja-cli doctor --language en'

echo "== started, and an order taken"
open_screen
export DISPLAY=":$number"
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.2; done
openbox &
start ani --demo --window order_entry --language en
seen policy
xdotool key --delay 500 End space Return
until_so '[ -e "$demo" ] && [ -n "$(window "Order entry")" ]'
sleep 5
before=$(newest)
xdotool type --delay 180 "minyak"
sleep 2
xdotool key --delay 500 Return F10
sleep 3
seen order
taken=$(newest)
echo "the newest order was $before, and is $taken"
[ "$taken" != "$before" ]

echo "== picked and handed over"
xdotool key --delay 500 ctrl+2 0
xdotool type --delay 180 "${taken%,*}"
xdotool key --delay 500 Return space
sleep 3
seen picked
xdotool key --delay 500 0
xdotool type --delay 180 "${taken%,*}"
xdotool key --delay 1500 Return Return
sleep 3
seen handed_over
handed=$(newest)
echo "it is $handed"
[ "$handed" = "${taken%,*},handed_over" ]
leave

echo "== the package takes the place of the older one"
install /tmp/botbelanja.deb
[ "$(chroot "$machine" dpkg-query --show --showformat '${Version}' botbelanja)" = "$version" ]
[ "$(newest)" = "$handed" ]
start ani --demo --window order_history --language en
seen updated
leave
as ani 'botbelanja-cli verify --demo --language en' | tail -n 1
as ani 'botbelanja-cli prove --demo --language en || true' | sed -n 1,2p  # the demo has no backup

echo "== a shop of version 0.1"
chroot "$machine" su - budi -c 'mkdir -p .local/share'
(cd "$machine/home/budi/.local/share" && unzip -q "$OLDPWD/tests/old_shops/0_1/station.zip")
chroot "$machine" chown -R budi: /home/budi
start budi --language en
seen shop_of_0_1
leave
as budi 'botbelanja-cli verify --language en' | tail -n 1

echo "== removed and purged; the shops stay"
for way in remove purge; do
    install /tmp/botbelanja.deb
    apt "$way" -y -qq botbelanja
    [ ! -e "$machine/opt/botbelanja" ] && [ ! -e "$machine/usr/bin/botbelanja" ]
    [ -e "$demo" ] && [ -e "$old" ]
done
echo "== all of it works on a bare $suite"

#!/usr/bin/env bash
# Shows that the README's commands work on a bare machine, exactly as they stand there.
#
#   tests/bare_machine.sh FOLDER [bookworm|trixie] [thrice]
#
# Makes a minimal Debian in FOLDER (debootstrap, as root) and types there, as an ordinary user, the
# line that brings uv and Qt's libraries, then the two commands. The window of the first is shown on
# a screen of this host (xvfb, x11-utils, imagemagick): a picture of it is left in FOLDER. Mirror,
# proxies, certificates and package index are those that this host uses. Takes some ten minutes; `thrice`
# gives the second command three times, and three times more beside two busy loops.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "$1") suite=${2:-bookworm}
source tests/debian_machine.sh
home=$machine/home/ani/botbelanja

make_machine ca-certificates,sudo
for file in /etc/pip.conf /etc/uv/uv.toml; do
    [ ! -f "$file" ] || install -D -m 644 "$file" "$machine$file"
done
echo 'ani ALL=(ALL) NOPASSWD:ALL' >"$machine/etc/sudoers.d/ani"
mkdir "$home"
git archive HEAD | tar -x -C "$home"
chroot "$machine" chown -R ani: /home/ani

# How this host reaches the network; a bare machine elsewhere needs none of it.
network=$(export -p | grep -iE ' (https?_proxy|all_proxy|no_proxy|ssl_cert_file|pip_(index_url|extra_index_url|trusted_host|cert)|uv_[a-z_]*index[a-z_]*)=' || true)

# Types a line as the ordinary user; what one line exports the next one finds, as in one terminal.
session="export DEBIAN_FRONTEND=noninteractive"
typed() {
    echo "ani\$ $*"
    chroot "$machine" su - ani -c "$network
        $session
        cd botbelanja
        $*"
}

bring=$(grep -m 1 '^sudo apt ' README.md)
first=$(grep -m 1 '^uv run --no-dev main.py --demo' README.md)
second=$(grep -m 1 '^uv run pytest' README.md)

typed "$bring" >"$folder/$suite.bring.log" 2>&1
session+=$'\n'$(grep -o 'export PATH=.*' <<<"$bring")

echo "== the first command"
open_screen
session+=$'\n'"export DISPLAY=:$number"
typed "timeout 600 $first" >"$folder/$suite.first.log" 2>&1 &
program=$!
until DISPLAY=":$number" xwininfo -root -tree 2>/dev/null | grep -q BotBelanja; do
    kill -0 "$program" || { cat "$folder/$suite.first.log"; exit 1; }
    sleep 1
done
sleep 3
DISPLAY=":$number" import -window root "$folder/$suite.png"
cat "$folder/$suite.first.log"
du -sh "$home/.venv" | cut -f 1
[ ! -e "$home/.venv/bin/pytest" ]  # nothing for developers on a till
kill "$screen"                     # and with its screen the program ends
wait "$program" "$screen" || true
screen=
[ ! -e "$machine/home/ani/.local/share/BotBelanja" ]  # nobody has accepted the policy
echo "== its window: $folder/$suite.png"

echo "== the second command"
typed "$second"
if [ "${3:-}" = thrice ]; then
    for run in 2 3; do
        echo "== the second command, $run of 3"
        typed "$second"
    done
    for loop in 1 2; do
        while :; do :; done &
        loops+=($!)
    done
    for run in 1 2 3; do
        echo "== the second command beside two busy loops, $run of 3"
        typed "$second"
    done
fi
echo "== both work on a bare $suite"

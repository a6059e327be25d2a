# For tests/bare_machine.sh and tests/deb_machine.sh, which set $folder and $suite and source it: a
# minimal Debian in $machine, and a screen of this host for its programs. Both are gone at the end.
# Mirror, names, certificates and proxy of the machine are those that this host uses.

machine=$folder/$suite
screen=
loops=()
undo() {
    kill ${screen:-} "${loops[@]}" 2>/dev/null || true
    for place in dev/pts dev/shm dev proc; do
        if mountpoint -q "$machine/$place"; then umount --lazy "$machine/$place"; fi
    done
}
trap undo EXIT

# make_machine PACKAGE,…: with these packages, and ani, an ordinary user (debootstrap, as root).
make_machine() {
    echo "== a bare machine: $suite"
    local mirror place
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)
    mkdir -p "$folder"
    debootstrap --variant=minbase --include="$1" "$suite" "$machine" "$mirror" >"$folder/debootstrap.log"
    for place in proc dev dev/pts dev/shm; do mount --bind "/$place" "$machine/$place"; done
    cp /etc/hosts /etc/resolv.conf "$machine/etc/"
    cp -r /usr/local/share/ca-certificates/. "$machine/usr/local/share/ca-certificates/"
    chroot "$machine" update-ca-certificates >/dev/null 2>&1
    apt-config dump | grep -i '^acquire::https\?::proxy' >"$machine/etc/apt/apt.conf.d/90host" || true
    chroot "$machine" useradd --create-home --shell /bin/bash ani
}

# open_screen: a screen with the display number $number (xvfb); killing $screen closes it.
open_screen() {
    number=$((7000 + RANDOM % 1000))
    Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
    screen=$!
}

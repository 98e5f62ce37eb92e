#!/usr/bin/env bash
# Installs into a folder, moves it, and runs the program from there: the demo must be found, and nothing else is taken
# from the source tree. Usage: installed.sh BUILD_DIR CMAKE BINDIR DATADIR
set -euo pipefail
build=$1 cmake=$2 bindir=$3 datadir=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY

fail() { printf 'installed.sh: %s\n' "$*" >&2; exit 1; }

# As packagers do it: below DESTDIR, for another prefix.
DESTDIR=$folder/stage "$cmake" --install "$build" --prefix /opt/elsewhere >/dev/null
mv "$folder/stage/opt/elsewhere" "$folder/moved here"
program="$folder/moved here/$bindir/convscope"
shared="$folder/moved here/$datadir"
for file in convscope/demo/checkpoint.pth convscope/demo/README.md convscope/demo/photos/validation/10_9.jpg \
    convscope/demo/photos/masks/validation/10_9.png applications/convscope.desktop metainfo/convscope.metainfo.xml \
    icons/hicolor/scalable/apps/convscope.svg mime/packages/convscope.xml man/man1/convscope.1 \
    bash-completion/completions/convscope; do
    [[ -f $shared/$file ]] || fail "$file is not installed"
done

cd "$folder"
# Completion asks the program's help, and its methods.
completed=$(PATH=$(dirname "$program"):$PATH bash -c 'source "$1"; COMP_WORDS=(convscope lime --sam) COMP_CWORD=2
    _convscope; printf %s "${COMPREPLY[*]}"' bash "$shared/bash-completion/completions/convscope")
[[ $completed == --samples ]] || fail "completed --sam as: $completed"
completed=$(PATH=$(dirname "$program"):$PATH bash -c 'source "$1"; COMP_LINE="convscope figure --row lime:sam"
    COMP_POINT=${#COMP_LINE} COMP_WORDS=(convscope figure --row lime : sam) COMP_CWORD=5
    _convscope; printf %s "${COMPREPLY[*]}"' bash "$shared/bash-completion/completions/convscope")
[[ $completed == samples= ]] || fail "completed lime:sam as: $completed"
"$program" figure --demo --views photo,saliency --outline --out figure.png
[[ -s figure.png ]] || fail "no figure"
"$program" evaluate --demo --json >accuracy.json
grep -q '"images": 110' accuracy.json || fail "evaluate did not find the photos: $(head -c 300 accuracy.json)"
ln -s "$program" linked
./linked predict --demo >/dev/null || fail "not found through a link to the program"

# A packager dropped it: a sentence with the file, exit code 1.
rm "$shared/convscope/demo/checkpoint.pth"
if "$program" layers --demo 2>said; then fail "a missing demo counts as done"; fi
grep -q 'demo/checkpoint.pth: there is no such file' said || fail "said: $(cat said)"

#!/bin/sh
# Checks the ad-hoc code signature of a Mach-O library: that it is there, covers the file up to itself, and that its
# hash of each page is right.
#
#   cmake/check-signature.sh FILE
#
# macOS on arm64 ends a process that loads a library whose signature is wrong, for instance because it was stripped
# after it was linked.
set -eu

file=$1
hex() { od -An -v -tx1 -j "$1" -N "$2" "$file" | tr -d ' \n'; } # hex OFFSET COUNT
big() { echo $((0x$(hex "$1" "$2"))); }                         # a big-endian number
little() { echo $((0x$(hex $(($1 + 3)) 1)$(hex $(($1 + 2)) 1)$(hex $(($1 + 1)) 1)$(hex "$1" 1))); }
fail() { echo "gatun: $file: $*" >&2; exit 1; }

[ "$(hex 0 4)" = cffaedfe ] || fail "no 64-bit Mach-O file"
command=32 # the load commands begin behind the header
signature=
left=$(little 16)
while [ "$left" -gt 0 ]; do
    [ "$(little $command)" != 29 ] || signature=$(little $((command + 8))) # LC_CODE_SIGNATURE
    command=$((command + $(little $((command + 4)))))
    left=$((left - 1))
done
[ -n "$signature" ] || fail "no LC_CODE_SIGNATURE"

# The first blob of the signature is the code directory; its numbers are big-endian.
[ "$(hex "$signature" 4)" = fade0cc0 ] || fail "no embedded signature at $signature"
directory=$((signature + $(big $((signature + 16)) 4)))
[ "$(hex "$directory" 4)" = fade0c02 ] || fail "no code directory at $directory"
[ $(($(big $((directory + 12)) 4) & 2)) = 2 ] || fail "the signature is not ad hoc"
hashes=$((directory + $(big $((directory + 16)) 4)))
pages=$(big $((directory + 28)) 4)
covered=$(big $((directory + 32)) 4)
[ "$covered" = "$signature" ] || fail "the signature covers $covered bytes of $signature"
[ "$(hex $((directory + 36)) 2)" = 2002 ] || fail "the hashes are not SHA-256"
page_size=$((1 << $(big $((directory + 39)) 1)))
[ "$pages" = $(((covered + page_size - 1) / page_size)) ] || fail "$pages hashes for $covered bytes"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
head -c "$covered" "$file" | (cd "$work" && split -b "$page_size" -a 4 - page)
actual=$( (sha256sum "$work"/page* 2>/dev/null || shasum -a 256 "$work"/page*) | cut -d ' ' -f 1 | tr -d '\n')
[ "$(hex "$hashes" $((pages * 32)))" = "$actual" ] || fail "the hash of a page is wrong"

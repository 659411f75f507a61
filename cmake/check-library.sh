#!/bin/sh
# Checks one native library as a stranger's machine will see it; see --help.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/setup.sh"
limit=$((3 * 1024 * 1024)) # bytes; the largest has some 2.7 MB
layout='%-18s %9s  %-22s %-14s %7s  %s\n'

usage() {
    cat <<'END'
usage: cmake/check-library.sh PLATFORM FILE
       cmake/check-library.sh --header

Checks that a library exports exactly the functions of the headers, needs only what every machine of the platform has,
runs on the oldest system promised, is hardened, signed (macOS on arm64), small, and holds no path of this machine.
Prints a line of a table (--header: its head). Complaints go to standard error; the exit code is then 1.

Needs llvm-readobj, llvm-objdump and llvm-nm, any version from 14 on (Debian: apt-get install llvm).
END
}

bad() {
    say "$platform: $*"
    failed=1
}

# require TEXT PATTERN COMPLAINT
require() {
    echo "$1" | grep -Eq -- "$2" || bad "$3"
}

# Each line of $1 must be matched as a whole by $2.
allow() {
    for entry in $(echo "$1" | grep -Evx -- "$2"); do
        bad "$3 $entry"
    done
}

# The highest of versions, one per line.
highest() {
    sort -t . -k 1,1n -k 2,2n | tail -n 1
}

check_elf() {
    exports=$("$nm" -D --defined-only --format=just-symbols "$file")
    needs=$("$readobj" --needed-libs "$file" | sed -n 's/^  \([^ ]*\)$/\1/p')
    headers=$("$readobj" --file-headers --program-headers --dynamic-table "$file")
    case $platform in
        *musl*)
            allow "$needs" 'libc\.so' "needs"
            minimum="musl"
            ;;
        *)
            # All of them are glibc's.
            allow "$needs" '(libc\.so\.6|libm\.so\.6|libpthread\.so\.0|ld-linux-[a-z0-9_-]*\.so\.[0-9])' "needs"
            glibc=$("$readobj" --version-info "$file" | sed -n 's/.*GLIBC_\([0-9][0-9.]*\).*/\1/p' | highest)
            [ "$(printf '%s\n2.17\n' "$glibc" | highest)" = 2.17 ] || bad "needs glibc $glibc, promised is 2.17"
            minimum="glibc ${glibc:-2.17}"
            ;;
    esac
    case $platform in
        *-x86_64) require "$headers" 'Machine: EM_X86_64' "is for another processor" ;;
        *)
            require "$headers" 'Machine: EM_AARCH64' "is for another processor"
            require "$headers" 'Alignment: 65536' "does not load where pages have 64 KiB"
            ;;
    esac
    require "$headers" 'PT_GNU_RELRO' "has no read-only relocations (-z relro)"
    require "$headers" 'BIND_NOW|FLAGS_1 .*NOW' "binds lazily (-z now)"
    stack=$(echo "$headers" | sed -n '/PT_GNU_STACK/,/}/p')
    require "$stack" 'PT_GNU_STACK' "does not say that its stack is not executable"
    ! echo "$stack" | grep -q 'PF_X' || bad "asks for an executable stack"
    ! echo "$headers" | grep -Eq 'TEXTREL|RPATH|RUNPATH' || bad "has text relocations or a run path"
}

check_macho() {
    exports=$("$nm" --defined-only --extern-only --format=just-symbols "$file" | sed 's/^_//')
    headers=$("$objdump" --macho --private-headers "$file")
    needs=$(echo "$headers" | sed -n '/cmd LC_\(LOAD\|REEXPORT\|LOAD_WEAK\)_DYLIB$/,/name/s/.* name \([^ ]*\).*/\1/p')
    allow "$needs" '/usr/lib/libSystem\.B\.dylib' "needs"
    require "$headers" 'name @rpath/libgatun\.dylib ' "has another install name than @rpath/libgatun.dylib"
    minimum=$(echo "$headers" | sed -n 's/^ *minos \([0-9.]*\)$/\1/p')
    [ "$(printf '%s\n11.0\n' "${minimum:-99}" | highest)" = 11.0 ] || bad "needs macOS ${minimum:-?}, promised is 11.0"
    minimum="macOS $minimum"
    ! echo "$headers" | grep -q 'LC_RPATH' || bad "has a run path"
    ! echo "$headers" | grep -q 'ALLOW_STACK_EXECUTION' || bad "asks for an executable stack"
    case $platform in
        *-x86_64) require "$headers" '^MH_MAGIC_64 +X86_64 ' "is for another processor" ;;
        *)
            require "$headers" '^MH_MAGIC_64 +ARM64 ' "is for another processor"
            "$root/cmake/check-signature.sh" "$file" || bad "has no valid signature, so no Mac with arm64 loads it"
            ;;
    esac
}

check_pe() {
    exports=$("$readobj" --coff-exports "$file" | sed -n 's/^ *Name: //p')
    needs=$("$readobj" --coff-imports "$file" | sed -n 's/^ *Name: //p')
    headers=$("$readobj" --file-headers "$file")
    allow "$needs" '(KERNEL32\.dll|msvcrt\.dll|api-ms-win-crt-[a-z0-9-]*\.dll)' "needs"
    minimum="Windows $(echo "$headers" | sed -n 's/^ *MajorSubsystemVersion: //p').$(echo "$headers" |
        sed -n 's/^ *MinorSubsystemVersion: //p')"
    case $platform in
        *-x86_64) require "$headers" 'IMAGE_FILE_MACHINE_AMD64' "is for another processor" ;;
        *) require "$headers" 'IMAGE_FILE_MACHINE_ARM64' "is for another processor" ;;
    esac
    for flag in DYNAMIC_BASE HIGH_ENTROPY_VA NX_COMPAT; do
        require "$headers" "IMAGE_DLL_CHARACTERISTICS_$flag" "is not marked $flag"
    done
    require "$headers" 'TimeDateStamp: .*\(0x0\)' "holds the time of the build"
}

case ${1:-} in
    --help | -h) usage; exit ;;
    --header)
        # shellcheck disable=SC2059 # the layout is the same for all lines
        printf "$layout" platform bytes needs runs\ from exports SHA-256
        exit
        ;;
esac
[ $# = 2 ] || { usage >&2; exit 2; }
platform=$1
file=$2
failed=
readobj=$(llvm_program llvm-readobj llvm)
objdump=$(llvm_program llvm-objdump llvm)
nm=$(llvm_program llvm-nm llvm)

case $platform in
    linux-*) check_elf ;;
    osx-*) check_macho ;;
    windows-*) check_pe ;;
    *) die "no such platform: $platform" ;;
esac

declared=$(cat "$root"/kernels-c/include/gatun/*.h | sed -n 's/^GATUN_EXPORT .*[ *]\(gatun_[a-z0-9_]*\)(.*/\1/p' | sort)
# only A B: the words of A that are not in B, at most a few.
only() {
    printf '%s\n' "$1" "$2" "$2" | sort | uniq -u | head -n 10
}
for symbol in $(only "$exports" "$declared"); do
    bad "exports $symbol, which is in no header"
done
for symbol in $(only "$declared" "$exports"); do
    bad "does not export $symbol"
done

size=$(($(wc -c <"$file")))
[ "$size" -le "$limit" ] || bad "has $size bytes, more than $limit"
for path in "$root" "$HOME" "$(dirname "${ZIG:-$root}")"; do
    ! LC_ALL=C grep -aqF -- "$path/" "$file" || bad "holds the path $path"
done

digest=$( (sha256sum "$file" 2>/dev/null || shasum -a 256 "$file") | cut -d ' ' -f 1)
# shellcheck disable=SC2059
printf "$layout" "$platform" "$size" "$(echo "$needs" | sed 's|.*/||' | sort -fu | paste -s -d , -)" "$minimum" \
    "$(echo "$exports" | wc -l | tr -d ' ')" "$digest"
[ -z "$failed" ]

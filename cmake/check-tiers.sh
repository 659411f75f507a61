#!/bin/sh
# Checks the object files of the CPU tiers in a build directory, with $NM or LLVM's nm:
#
#   cmake/check-tiers.sh build/linux-x86_64
#
# All that a tier's object defines for others must be in the namespace of the tier. An inline function outside of it is
# in several objects, and the linker keeps any one of them: perhaps the one compiled for AVX-512, for CPUs without it.
# Works for ELF, Mach-O and COFF; where nothing is cross-built it is the C test "tiers". (COFF's .refptr.X is an address, not code.)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/setup.sh"
nm=${NM:-$(llvm_program llvm-nm llvm)}

checked=0
failed=
for tier in scalar neon avx2 avx512; do
    namespace="5gatun${#tier}$tier"
    for object in "$1"/CMakeFiles/gatun_*_"$tier".dir/tiers/*.o*; do
        [ -f "$object" ] || continue
        checked=$((checked + 1))
        for symbol in $("$nm" --defined-only --extern-only --format=just-symbols "$object" | grep -v -e "$namespace" -e '^\.refptr\.'); do
            say "$object defines $symbol outside of gatun::$tier: make it always_inline or GATUN_TIER's"
            failed=1
        done
    done
done
[ "$checked" -gt 0 ] || die "no object files of CPU tiers in $1"
[ -z "$failed" ]

# shellcheck shell=sh
# Set-up shared by ./gatun and ./run-tests: finds Java, CMake, a compiler and Maven; installs or names what is missing.
# Sourced by POSIX sh with $root set to the project's directory.
: "${root:?}"

JAVA_NEEDED=25
MAVEN_NEEDED=3.8.6
# What native libraries are built for: the folders in the jar, the toolchain files and the CMake presets have these names.
# shellcheck disable=SC2034 # used by the scripts that source this
PLATFORMS="linux-x86_64 linux-aarch64 linux-musl-x86_64 linux-musl-aarch64 osx-x86_64 osx-aarch64 windows-x86_64 \
windows-aarch64"
CMAKE_NEEDED=3.24
DEBIAN_PACKAGES="cmake ninja-build g++ libzstd-dev libdeflate-dev libbrotli-dev"

say() {
    printf 'gatun: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# True when version $1 is at least version $2 (numbers and dots).
version_at_least() {
    awk -v have="$1" -v need="$2" 'BEGIN {
        parts = split(need, n, "."); split(have, h, ".")
        for (i = 1; i <= parts; i++) if (h[i] + 0 != n[i] + 0) exit !(h[i] + 0 > n[i] + 0)
        exit 0
    }'
}

# Feature release of the JDK in directory $1; empty when there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -f "$1/release" ]; then # says it without starting a JVM, which takes a tenth of a second
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
    fi
}

# Sets and exports JAVA_HOME to a JDK: JAVA_HOME as it is, the java on PATH, then the usual places.
find_java() {
    path_java=$(command -v java 2>/dev/null || true)
    [ -z "$path_java" ] || path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
    for home in "${JAVA_HOME:-}" "${path_java%/bin/java}" /usr/lib/jvm/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] || continue
        version=$(jdk_version "$home")
        if [ "${version:-0}" -ge "$JAVA_NEEDED" ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return
        fi
    done
    die "no JDK $JAVA_NEEDED or later found in JAVA_HOME, on PATH or in /usr/lib/jvm.
       Install one (https://adoptium.net/temurin/releases/?version=$JAVA_NEEDED) and set JAVA_HOME to its directory."
}

# Prints the names of the native tools that are missing, one per line.
missing_tools() {
    command -v cmake >/dev/null 2>&1 || echo "cmake"
    command -v c++ >/dev/null 2>&1 || command -v g++ >/dev/null 2>&1 || command -v clang++ >/dev/null 2>&1 ||
        echo "a C++ compiler"
    command -v ninja >/dev/null 2>&1 || command -v make >/dev/null 2>&1 || echo "ninja or make"
    missing_codecs
}

# The static libraries of cmake/GatunCodecs.cmake. Only Debian is asked: elsewhere CMake looks, and downloads what it
# does not find.
missing_codecs() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for package in libzstd-dev libdeflate-dev libbrotli-dev; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || echo "$package"
    done
}

# How to get them here, for people.
install_hint() {
    sudo=
    [ "$(id -u)" = 0 ] || sudo="sudo "
    if command -v apt-get >/dev/null 2>&1; then
        echo "Install with: ${sudo}apt-get install -y $DEBIAN_PACKAGES"
    elif command -v dnf >/dev/null 2>&1; then
        echo "Install with: ${sudo}dnf install -y cmake ninja-build gcc-c++"
    elif command -v brew >/dev/null 2>&1; then
        echo "Install with: xcode-select --install; brew install cmake ninja"
    else
        echo "Install them with your system's package manager; the compiler must know C++20."
    fi
}

# Installs Debian packages, quietly, where that can be done: with apt, as root or, on a CI runner, with its sudo. Whoever
# calls it looks what is there.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 0
    sudo=
    if [ "$(id -u)" != 0 ]; then
        [ -n "${CI:-}" ] || return 0
        sudo="sudo -n"
    fi
    say "installing $* …"
    # An old package index is the usual reason for a failure.
    { apt_get_install "$@" || { $sudo apt-get update -qq && apt_get_install "$@"; }; } >/dev/null 2>&1 || true
}

apt_get_install() {
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# need <program>:<Debian package>…: makes sure that the programs are there; installs the packages or says which.
need() {
    for pair; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || apt_install "${pair#*:}"
        command -v "${pair%%:*}" >/dev/null 2>&1 || die "missing: ${pair%%:*} (Debian package ${pair#*:})"
    done
}

# What the native build needs. Installs it on Debian and Ubuntu when run as root, otherwise says how.
ensure_native_tools() {
    missing=$(missing_tools)
    if [ -n "$missing" ]; then
        # The list word by word.
        # shellcheck disable=SC2086
        apt_install $DEBIAN_PACKAGES
        missing=$(missing_tools)
    fi
    if [ -n "$missing" ]; then
        die "missing: $(echo "$missing" | paste -s -d , - | sed 's/,/, /g').
       $(install_hint)"
    fi
    cmake_version=$(cmake --version | sed -n 's/^cmake version \([0-9.]*\).*/\1/p')
    version_at_least "$cmake_version" "$CMAKE_NEEDED" ||
        die "CMake $CMAKE_NEEDED or later is needed, $(command -v cmake) is $cmake_version."
    if [ -z "${CMAKE_GENERATOR:-}" ] && command -v ninja >/dev/null 2>&1; then
        CMAKE_GENERATOR=Ninja
        export CMAKE_GENERATOR
    fi
}

# Sets $maven: the mvn on PATH when it is new enough, else the wrapper, which downloads one.
find_maven() {
    maven=$root/mvnw
    if command -v mvn >/dev/null 2>&1; then
        maven_version=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
        ! version_at_least "${maven_version:-0}" "$MAVEN_NEEDED" || maven=mvn
    fi
    # Maven's own libraries make Java 25 print warnings about them.
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
}

# Runs Maven on the project, without a terminal's colours and download bars.
run_maven() {
    (cd "$root" && "$maven" -B -ntp "$@")
}

# The version in the parent pom.
project_version() {
    sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml" | head -n 1
}

# llvm_program <program> <Debian package>: prints its path, plain or with a version behind its name, the newest first.
llvm_program() {
    find_llvm_program "$1" && return
    apt_install "$2"
    find_llvm_program "$1" || die "missing: $1, of LLVM 14 or later (Debian: apt-get install $2; macOS: brew install $2)."
}

find_llvm_program() {
    for suffix in "" -21 -20 -19 -18 -17 -16 -15 -14; do
        command -v "$1$suffix" && return
    done
    return 1
}

# test_counts REPORT…: prints "<passed> <failed> <skipped>" of JUnit XML reports (surefire's and ctest's).
test_counts() {
    cat /dev/null "$@" 2>/dev/null | awk '
        function close_case() { if (open) { if (bad) failed++; else if (skip) skipped++; else passed++ } open = 0 }
        /^[ \t]*<testcase[ >]/ { close_case(); open = 1; bad = skip = 0 }
        /^[ \t]*<(failure|error)[ \/>]/ { bad = 1 }
        /^[ \t]*<skipped[ \/>]/ { skip = 1 }
        END { close_case(); print passed + 0, failed + 0, skipped + 0 }'
}

# test_summary REPORT…: prints "N passed, N failed[, N skipped]".
test_summary() {
    # Three numbers.
    # shellcheck disable=SC2046
    set -- $(test_counts "$@")
    printf '%s passed, %s failed' "$1" "$2"
    [ "$3" = 0 ] || printf ', %s skipped' "$3"
    echo
}

# all_passed SUMMARY: whether tests ran and none failed.
all_passed() {
    case $1 in
        "0 passed"*) return 1 ;;
        *" 0 failed"*) ;;
        *) return 1 ;;
    esac
}

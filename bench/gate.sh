# Shared by compare, ratios, history and prove-gate, which source it with $root set to the project's directory:
# builds of commits, and the gate's own program.
# shellcheck source-path=SCRIPTDIR source=../.ci/setup.sh
. "$root/.ci/setup.sh"

# 1 says that a kernel is slower, so trouble is 2.
die() {
    say "$*"
    exit 2
}

gate_builds=$root/build/gate
gate_tree=
# What the functions below set.
jar=
commit=
tool=

# A worktree must not be left behind, however the script ends.
drop_tree() {
    [ -z "$gate_tree" ] || git -C "$root" worktree remove --force "$gate_tree" 2>/dev/null || rm -rf "$gate_tree"
    gate_tree=
}
trap drop_tree EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

gate_tools() {
    find_java
    ensure_native_tools
    find_maven
    need git:git
}

# checkout <commit> <name>: a worktree of its own in $gate_tree.
checkout() {
    drop_tree
    mkdir -p "$gate_builds"
    gate_tree=$gate_builds/$2
    git -C "$root" worktree prune
    git -C "$root" worktree add --quiet --force --detach "$gate_tree" "$1" || die "cannot check out $1"
}

# build_jar <directory> <jar>: builds the benchmarks in a checkout, as released, and copies their jar.
build_jar() {
    (cd "$1" && "$maven" -B -ntp -q package -pl bench -am -DskipTests) >"$2.log" 2>&1 || {
        tail -n 30 "$2.log" >&2
        die "the build in $1 failed; all it said is in $2.log"
    }
    cp "$1/bench/target/benchmarks.jar" "$2"
}

# commit_of <revision>: prints the whole name of the commit, nothing when there is none.
commit_of() {
    git -C "$root" rev-parse --verify --quiet "$1^{commit}"
}

# resolve <revision or jar> <name>: sets $jar, and $commit when it was a revision, which is built.
resolve() {
    jar=$1
    commit=
    if [ ! -f "$1" ]; then
        commit=$(commit_of "$1") || die "$1 is neither a file nor a revision"
        build_commit "$commit" "$2"
    fi
}

# build_commit <commit> <name>: builds it, $jar names the result.
build_commit() {
    say "building $2 ($(git -C "$root" log -1 --format='%h %s' "$1")) …"
    checkout "$1" "$2"
    jar=$gate_builds/$2.jar
    build_jar "$gate_tree" "$jar"
    drop_tree
}

# find_tool <jar> <commit>: sets $tool to a jar with the gate's program of this checkout: the one given when it is of the
# commit that is checked out, else the checkout's own, which is built when it is missing or older than a source.
find_tool() {
    if [ -n "${2-}" ] && [ "$2" = "$(commit_of HEAD)" ] && git -C "$root" diff --quiet HEAD -- bench; then
        tool=$1
        return
    fi
    tool=$root/bench/target/benchmarks.jar
    if [ ! -f "$tool" ] || [ -n "$(newer_sources "$tool" | head -n 1)" ]; then
        say "building this checkout …"
        mkdir -p "$gate_builds"
        build_jar "$root" "$gate_builds/checkout.jar"
    fi
}

newer_sources() {
    find "$root/pom.xml" "$root/CMakeLists.txt" "$root/cmake" "$root/kernels-c" "$root/bindings/pom.xml" \
        "$root/bindings/src/main" "$root/java-api/pom.xml" "$root/java-api/src/main" "$root/bench/pom.xml" "$root/bench/src/main" \
        -type f -newer "$1"
}

# gate <class> <argument>…: runs a program of the gate.
gate() {
    class=$1
    shift
    "$JAVA_HOME/bin/java" -cp "$tool" "dev.gatun.bench.gate.$class" "$@"
}

#!/bin/sh
# Runs the arithmetic alone, at every level that the processor has, and the pool of threads: check.sh <target directory>. Under
# AddressSanitizer, UndefinedBehaviorSanitizer and ThreadSanitizer where the compiler has them.
set -eu

tests=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
main=$tests/../../main/c
work=$1
compiler=${CC:-cc}
flags="-std=c11 -O3 -g -Wall -Wextra -Werror -Wno-unknown-pragmas -ffp-contract=off -fno-math-errno -fno-trapping-math -I$main"

mkdir -p "$work"
printf 'int main(void) { return 0; }\n' >"$work/probe.c"

# Says the sanitizers' flags, if the compiler has them and they run here.
available() {
    "$compiler" "$1" -fno-sanitize-recover=all "$work/probe.c" -o "$work/probe" 2>/dev/null && "$work/probe" 2>/dev/null &&
        echo "$1 -fno-sanitize-recover=all"
}

# build <directory> <flags> <program>...
build() {
    objects=$work/$1
    sanitize=$2
    shift 2
    mkdir -p "$objects"
    arithmetic baseline
    arithmetic avx2 -mavx2
    arithmetic avx512 -mavx512f -mavx512bw -mavx512vl -mavx512dq -mprefer-vector-width=512
    for unit in level parallel; do
        "$compiler" $flags $sanitize -c "$main/$unit.c" -o "$objects/$unit.o"
    done
    for program in "$@"; do
        "$compiler" $flags $sanitize -D_GNU_SOURCE -c "$tests/$program.c" -o "$objects/$program.o"
        "$compiler" $sanitize "$objects/$program.o" "$objects/level.o" "$objects/parallel.o" "$objects"/arithmetic_*.o \
            -o "$objects/$program" -lm -pthread
        "$objects/$program"
    done
}

arithmetic() {
    name=$1
    shift
    "$compiler" $flags $sanitize "$@" -DREGULUS_ARITHMETIC="regulus_arithmetic_$name" \
        -c "$main/arithmetic.c" -o "$objects/arithmetic_$name.o"
}

build address "$(available -fsanitize=address,undefined || true)" check check_parallel
build thread "$(available -fsanitize=thread || true)" check_parallel

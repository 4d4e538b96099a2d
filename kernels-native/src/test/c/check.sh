#!/bin/sh
# Runs the arithmetic alone, at every level that the processor has: check.sh <target directory>. Under AddressSanitizer and
# UndefinedBehaviorSanitizer where the compiler has them.
set -eu

tests=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
main=$tests/../../main/c
work=$1
compiler=${CC:-cc}
flags="-std=c11 -O3 -g -Wall -Wextra -Werror -Wno-unknown-pragmas -ffp-contract=off -fno-math-errno -fno-trapping-math -I$main"

mkdir -p "$work"
sanitize="-fsanitize=address,undefined -fno-sanitize-recover=all"
printf 'int main(void) { return 0; }\n' >"$work/probe.c"
"$compiler" $sanitize "$work/probe.c" -o "$work/probe" 2>/dev/null && "$work/probe" || sanitize=

arithmetic() {
    name=$1
    shift
    "$compiler" $flags $sanitize "$@" -DREGULUS_ARITHMETIC="regulus_arithmetic_$name" \
        -c "$main/arithmetic.c" -o "$work/arithmetic_$name.o"
}
arithmetic baseline
arithmetic avx2 -mavx2
arithmetic avx512 -mavx512f -mavx512bw -mavx512vl -mavx512dq -mprefer-vector-width=512
"$compiler" $flags $sanitize -c "$main/level.c" -o "$work/level.o"
"$compiler" $flags $sanitize -c "$tests/check.c" -o "$work/check.o"
"$compiler" $sanitize "$work/check.o" "$work/level.o" "$work"/arithmetic_*.o -o "$work/check" -lm
"$work/check"

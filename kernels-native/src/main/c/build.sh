#!/bin/sh
# Builds libregulus_kernels.so: build.sh <target directory> <library to write>. Needs a C compiler (CC, or cc) of GCC's or
# Clang's kind on Linux x86-64, and nothing of TensorFlow.
set -eu

fail() {
    echo "regulus-kernels: $*" >&2
    exit 1
}

sources=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$1
library=$2
compiler=${CC:-cc}

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || fail "builds on Linux x86-64 only; leave the profile 'kernels' out"
command -v "$compiler" >/dev/null 2>&1 ||
    fail "no C compiler '$compiler'; install one (gcc or clang) or name it in CC, or leave the profile 'kernels' out"

# No contraction to fused multiply-adds: every level of the instruction set must round alike.
flags="-std=c11 -O3 -fPIC -fvisibility=hidden -Wall -Wextra -Werror -ffp-contract=off -fno-math-errno -fno-trapping-math \
-ffile-prefix-map=$sources=."

mkdir -p "$work" "$(dirname -- "$library")"

arithmetic() {
    name=$1
    shift
    "$compiler" $flags -Wno-unknown-pragmas "$@" -DREGULUS_ARITHMETIC="regulus_arithmetic_$name" \
        -c "$sources/arithmetic.c" -o "$work/arithmetic_$name.o"
}
arithmetic baseline
arithmetic avx2 -mavx2
arithmetic avx512 -mavx512f -mavx512bw -mavx512vl -mavx512dq -mprefer-vector-width=512

set --
for unit in level parallel op update update_ops adam_op sum_of_squares_op batch_norm_ops relu_dropout_ops squared_error_op \
    draws_op level_op library; do
    "$compiler" $flags -c "$sources/$unit.c" -o "$work/$unit.o"
    set -- "$@" "$work/$unit.o"
done

# TensorFlow's functions are found by the name of its library, which is loaded already. An empty library of that name
# records it, so that the real one, of half a gigabyte, is not needed here.
printf '' | "$compiler" -shared -x c - -o "$work/libtensorflow_framework.so.2" -Wl,-soname,libtensorflow_framework.so.2

"$compiler" -shared -static-libgcc -Wl,--no-as-needed -Wl,-z,relro -Wl,--strip-all -o "$library" \
    "$work"/arithmetic_*.o "$@" "$work/libtensorflow_framework.so.2" -lm

#include "level.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static const regulus_arithmetic *const tables[] = {
    &regulus_arithmetic_baseline,
    &regulus_arithmetic_avx2,
    &regulus_arithmetic_avx512,
};

static const char *const names[] = {"baseline", "avx2", "avx512"};

/* Atomic, because a test may set it while kernels run; they read it once per call. */
static atomic_int current;

regulus_level regulus_best_level(void) {
    /* The builtins look at what the operating system saves, too. */
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512dq")) {
        return LEVEL_AVX512;
    }
    return __builtin_cpu_supports("avx2") ? LEVEL_AVX2 : LEVEL_BASELINE;
}

void regulus_init_level(void) {
    regulus_level level = regulus_best_level();
    const char *wanted = getenv("REGULUS_KERNELS_LEVEL");
    for (int i = 0; wanted && i < (int)level; i++) {
        if (strcmp(wanted, names[i]) == 0) {
            level = (regulus_level)i;
        }
    }
    atomic_store(&current, (int)level);
}

void regulus_set_level(regulus_level level) {
    regulus_level best = regulus_best_level();
    atomic_store(&current, (int)(level >= LEVEL_BASELINE && level < best ? level : best));
}

regulus_level regulus_get_level(void) {
    return (regulus_level)atomic_load(&current);
}

const regulus_arithmetic *regulus_get_arithmetic(void) {
    return tables[atomic_load(&current)];
}

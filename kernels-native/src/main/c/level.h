/* Which copy of the arithmetic runs. */
#ifndef REGULUS_LEVEL_H
#define REGULUS_LEVEL_H

#include "arithmetic.h"

typedef enum { LEVEL_BASELINE = 0, LEVEL_AVX2 = 1, LEVEL_AVX512 = 2 } regulus_level;

/* The best level that this processor and its operating system support. */
regulus_level regulus_best_level(void);

/* Starts at the best level, or at the one that the environment variable REGULUS_KERNELS_LEVEL names if it is lower. */
void regulus_init_level(void);

/* Sets the level, or the best where there is no such level: for tests, and to rule the vector code out as a cause. */
void regulus_set_level(regulus_level level);

regulus_level regulus_get_level(void);

const regulus_arithmetic *regulus_get_arithmetic(void);

#endif

/*
 * Every function of the arithmetic at odd sizes, on arrays of exactly the size needed so that a sanitizer sees any step
 * outside, at every level and on one thread or more, which must all give the same bits.
 */
#include "level.h"
#include "parallel.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t state = 1;

static uint32_t next(void) {
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

static void *exactly(size_t bytes) {
    void *memory = malloc(bytes > 0 ? bytes : 1);
    if (!memory) {
        abort();
    }
    return memory;
}

static float *random_floats(int64_t n, float low, float high) {
    float *x = exactly((size_t)n * sizeof *x);
    for (int64_t i = 0; i < n; i++) {
        x[i] = low + (high - low) * ((float)next() / 16777216.0f);
    }
    return x;
}

static float *copy(const float *x, int64_t n) {
    float *y = exactly((size_t)n * sizeof *y);
    memcpy(y, x, (size_t)n * sizeof *y);
    return y;
}

static int failures;

static void equal(const char *what, int64_t a, int64_t b, const float *x, const float *y, int64_t n) {
    if (n > 0 && memcmp(x, y, (size_t)n * sizeof *x) != 0) {
        printf("%s differs between levels at size %lld x %lld\n", what, (long long)a, (long long)b);
        failures++;
    }
}

enum { MAX_ARRAYS = 16 };

typedef struct {
    int count;
    float *arrays[MAX_ARRAYS];
    int64_t sizes[MAX_ARRAYS];
} results;

static void keep(results *r, float *x, int64_t n) {
    r->arrays[r->count] = x;
    r->sizes[r->count++] = n;
}

static void release(results *r) {
    for (int i = 0; i < r->count; i++) {
        free(r->arrays[i]);
    }
}

static results updates(const regulus_arithmetic *a, int64_t n, int variant) {
    state = 7;
    results r = {0};
    float *w = random_floats(n, -1, 1);
    float *m = random_floats(n, -1, 1);
    float *v = random_floats(n, 0, 1);
    float *g = random_floats(n, -1, 1);
    float *plain = copy(w, n);
    float *moved = copy(w, n);
    float *velocity = copy(m, n);
    regulus_shrinkage shrinkage = {0.02f, 0.0001f, (variant & 1) != 0, (variant & 2) != 0};
    regulus_adam adam = {shrinkage, 0.001f, 0.1f, 0.001f, 1e-7f};
    regulus_momentum momentum = {shrinkage, 0.01f, 0.9f, (variant & 4) != 0};
    a->adam(&adam, n, w, m, v, g);
    a->descend(&momentum, n, plain, g);
    a->momentum(&momentum, n, moved, velocity, g);
    regulus_stream stream = {{123, 456}, {789, 12}};
    /* two numbers to a float's place, to be compared as bits */
    float *drawn = exactly((size_t)n * sizeof *drawn);
    a->draw(&stream, variant, 2 * n, (uint16_t *)drawn);
    keep(&r, drawn, n);
    float *sum = exactly(sizeof *sum);
    *sum = (float)a->sum_of_squares(n, g);
    float *all[] = {w, m, v, g, plain, moved, velocity};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        keep(&r, all[i], n);
    }
    keep(&r, sum, 1);
    return r;
}

static results batch(const regulus_arithmetic *a, int threads, int64_t rows, int64_t channels, int variant) {
    state = 11;
    results r = {0};
    int64_t n = rows * channels;
    float *x = random_floats(n, 2, 4);
    float *dy = random_floats(n, -1, 1);
    float *scale = random_floats(channels, 0.5f, 2);
    float *shift = random_floats(channels, -1, 1);
    uint16_t *draws = exactly((size_t)n * sizeof *draws);
    for (int64_t i = 0; i < n; i++) {
        draws[i] = (uint16_t)next();
    }
    float *statistics = exactly(3 * (size_t)channels * sizeof *statistics);
    float *y = exactly((size_t)n * sizeof *y);
    float *gradients = exactly(2 * (size_t)channels * sizeof *gradients);
    regulus_batch_norm norm = {
        .rows = rows,
        .channels = channels,
        .x = x,
        .scale = scale,
        .shift = shift,
        .mean = statistics,
        .variance = statistics + channels,
        .inverse = statistics + 2 * channels,
        .epsilon = 1e-3f,
        .threads = threads,
        .activation = {(variant & 1) != 0, (variant & 2) != 0 ? draws : NULL, 20000, 1.4392f},
    };
    if (!a->batch_norm(&norm, y) || !a->batch_norm_grad(&norm, dy, dy, gradients, gradients + channels)) {
        abort();
    }
    float *activated = copy(x, n);
    a->activate(&norm.activation, n, activated, activated);
    a->activate_grad(1.4392f, n, x, activated, x);
    keep(&r, x, n);
    keep(&r, dy, n);
    keep(&r, statistics, 3 * channels);
    keep(&r, y, n);
    keep(&r, gradients, 2 * channels);
    keep(&r, activated, n);
    free(scale);
    free(shift);
    free(draws);
    return r;
}

static results loss(const regulus_arithmetic *a, int64_t n) {
    state = 13;
    results r = {0};
    float *p = random_floats(n, -1, 1);
    float *t = random_floats(n, -1, 1);
    float *gradient = exactly((size_t)n * sizeof *gradient);
    float *sum = exactly(sizeof *sum);
    *sum = (float)a->squared_error(n, 0.25f, p, t, gradient);
    keep(&r, gradient, n);
    keep(&r, sum, 1);
    keep(&r, p, n);
    keep(&r, t, n);
    return r;
}

static void compare(const char *what, int64_t a, int64_t b, results *expected, results *actual) {
    for (int i = 0; i < expected->count; i++) {
        equal(what, a, b, expected->arrays[i], actual->arrays[i], expected->sizes[i]);
    }
    release(expected);
    release(actual);
}

static void compare_level(const regulus_arithmetic *baseline, const regulus_arithmetic *level) {
    static const int64_t sizes[] = {0, 1, 2, 3, 7, 15, 16, 17, 31, 33, 63, 64, 65, 127, 511, 4096, 5001};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (int variant = 0; variant < 8; variant++) {
            results expected = updates(baseline, sizes[i], variant);
            results actual = updates(level, sizes[i], variant);
            compare("update", sizes[i], variant, &expected, &actual);
        }
        results expected = loss(baseline, sizes[i]);
        results actual = loss(level, sizes[i]);
        compare("loss", sizes[i], 1, &expected, &actual);
    }
    static const int64_t shapes[][2] = {
        {0, 3}, {3, 0}, {1, 1}, {1, 17}, {2, 3}, {3, 511}, {5, 16}, {7, 33}, {64, 17}, {67, 31}, {600, 3}, {1025, 32},
        {9, 5000}, {40000, 3}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        for (int variant = 0; variant < 4; variant++) {
            results expected = batch(baseline, 1, shapes[i][0], shapes[i][1], variant);
            results actual = batch(level, 4, shapes[i][0], shapes[i][1], variant);
            compare("batch norm", shapes[i][0], shapes[i][1], &expected, &actual);
        }
    }
}

int main(void) {
    static const char *const names[] = {"baseline", "avx2", "avx512"};
    regulus_set_processors(4);
    regulus_set_level(LEVEL_BASELINE);
    const regulus_arithmetic *baseline = regulus_get_arithmetic();
    for (int level = 0; level <= (int)regulus_best_level(); level++) {
        regulus_set_level((regulus_level)level);
        compare_level(baseline, regulus_get_arithmetic());
        printf("arithmetic checked at level %s\n", names[level]);
    }
    return failures == 0 ? 0 : 1;
}

/*
 * The pool of threads: every chunk once, from several callers at a time, from within a chunk and in a child process; equal
 * results for any number of threads; nothing burnt while idle. For ThreadSanitizer, too.
 */
#include "level.h"
#include "parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xmmintrin.h>

enum { CALLERS = 4, ROUNDS = 2000, MAX_CHUNKS = 100, DENORMALS_ARE_ZERO = 0x8040 };

static atomic_int failures;

static void expect(bool holds, const char *what) {
    if (!holds) {
        printf("%s\n", what);
        atomic_fetch_add(&failures, 1);
    }
}

/* Not atomic, so that a sanitizer sees chunks run twice or results read too early. */
typedef struct {
    int counts[MAX_CHUNKS];
    int helped[MAX_CHUNKS]; /* run by another thread than the caller's */
    int inner[MAX_CHUNKS][3];
    pthread_t caller;
    bool nested;
} tally;

static void inner_task(void *context, int64_t chunk) {
    int *counts = context;
    counts[chunk]++;
}

static void task(void *context, int64_t chunk) {
    tally *t = context;
    t->counts[chunk]++;
    t->helped[chunk] = !pthread_equal(t->caller, pthread_self());
    expect((_mm_getcsr() & DENORMALS_ARE_ZERO) == DENORMALS_ARE_ZERO, "a helper treats denormals in its own way");
    if (t->nested) {
        regulus_parallel_for(8, 3, inner_task, t->inner[chunk]);
    }
    for (volatile int i = 0; i < 200; i++) {
    }
}

static int run(int threads, int64_t chunks, bool nested) {
    tally t = {.caller = pthread_self(), .nested = nested};
    regulus_parallel_for(threads, chunks, task, &t);
    int helped = 0;
    for (int64_t i = 0; i < MAX_CHUNKS; i++) {
        expect(t.counts[i] == (i < chunks), "a chunk did not run exactly once");
        expect(t.inner[i][2] == (nested && i < chunks), "a chunk within a chunk did not run exactly once");
        helped += t.helped[i];
    }
    return helped;
}

static void *call_often(void *seed) {
    _mm_setcsr(_mm_getcsr() | DENORMALS_ARE_ZERO);
    int helped = 0;
    for (int i = 0; i < ROUNDS; i++) {
        helped += run(1 + i % 5, (i * 7 + *(int *)seed) % (MAX_CHUNKS + 1), i % 10 == 0);
        if (i % 100 == 0) {
            struct timespec pause = {0, 200000};
            nanosleep(&pause, NULL); /* so that the pool falls asleep */
        }
    }
    expect(run(1, MAX_CHUNKS, false) == 0, "a call for one thread was helped");
    *(int *)seed = helped;
    return NULL;
}

static void callers(void) {
    pthread_t threads[CALLERS];
    int seeds[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
        seeds[i] = i;
        if (pthread_create(&threads[i], NULL, call_often, &seeds[i]) != 0) {
            abort();
        }
    }
    int helped = 0;
    for (int i = 0; i < CALLERS; i++) {
        pthread_join(threads[i], NULL);
        helped += seeds[i];
    }
    expect(helped > 0, "no helper ever did a chunk");
}

static float *values(int64_t n, uint32_t seed) {
    float *x = malloc((size_t)n * sizeof *x);
    if (!x) {
        abort();
    }
    for (int64_t i = 0; i < n; i++) {
        seed = seed * 1664525u + 1013904223u;
        x[i] = (float)(seed >> 8) / 4194304.0f - 1.0f;
    }
    return x;
}

/* What a batch norm and its gradient write. */
static float *batch(int threads, int64_t rows, int64_t channels) {
    int64_t n = rows * channels;
    float *x = values(n, 1);
    float *scale = values(channels, 2);
    float *shift = values(channels, 3);
    float *all = values(2 * n + 5 * channels, 4);
    float *y = all;
    float *dx = all + n;
    float *vectors = dx + n;
    regulus_batch_norm norm = {
        .rows = rows,
        .channels = channels,
        .x = x,
        .scale = scale,
        .shift = shift,
        .mean = vectors,
        .variance = vectors + channels,
        .inverse = vectors + 2 * channels,
        .epsilon = 1e-3f,
        .threads = threads,
        .activation = {.relu = true},
    };
    const regulus_arithmetic *a = regulus_get_arithmetic();
    if (!a->batch_norm(&norm, y)
        || !a->batch_norm_grad(&norm, dx, dx, vectors + 3 * channels, vectors + 4 * channels)) {
        abort();
    }
    free(x);
    free(scale);
    free(shift);
    return all;
}

static void equal_results(int64_t rows, int64_t channels) {
    size_t bytes = (size_t)(2 * rows * channels + 5 * channels) * sizeof(float);
    float *expected = batch(1, rows, channels);
    for (int threads = 1; threads <= 4; threads++) {
        float *actual = batch(threads, rows, channels);
        expect(memcmp(expected, actual, bytes) == 0, "a batch norm depends on the number of threads");
        free(actual);
    }
    free(expected);
}

/* ThreadSanitizer cannot follow. */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_THREAD__) || __has_feature(thread_sanitizer)
enum { FORKS = 0 };
#else
enum { FORKS = 1 };
#endif

static void in_a_child(void) {
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 100; i++) {
            run(0, MAX_CHUNKS, true);
        }
        _exit(atomic_load(&failures) == 0 ? 0 : 1);
    }
    int status = 1;
    expect(child > 0 && waitpid(child, &status, 0) == child && status == 0, "the pool fails in a child process");
}

static void idle(void) {
    struct timespec pause = {0, 300000000};
    clock_t before = clock();
    nanosleep(&pause, NULL);
    expect(clock() - before < CLOCKS_PER_SEC / 50, "the pool is busy with nothing");
}

int main(void) {
    regulus_init_level();
    regulus_set_processors(4);
    callers();
    _mm_setcsr(_mm_getcsr() | DENORMALS_ARE_ZERO);
    equal_results(3, 5);
    equal_results(5000, 40);
    equal_results(40000, 3);
    equal_results(40, 5000);
    if (FORKS) {
        in_a_child();
    }
    run(0, MAX_CHUNKS, false);
    idle();
    printf("pool of threads checked\n");
    return atomic_load(&failures) == 0 ? 0 : 1;
}

/*
 * Threads for the inside of large kernels: TensorFlow's C API gives none of its own. One small pool for the process, made
 * when first needed; its threads sleep while there is nothing to do and end with the process.
 */
#ifndef REGULUS_PARALLEL_H
#define REGULUS_PARALLEL_H

#include <stdint.h>

/* Works on one of the chunks of a context; several run at a time. */
typedef void (*regulus_task)(void *context, int64_t chunk);

/*
 * Runs the task once for each chunk in [0, chunks) and returns when all are done: on the calling thread, helped by up to
 * threads - 1 of the pool's, and no more threads in all than processors. The caller waits for no helper that has not begun,
 * and runs alone while the pool helps another. Chunks must not depend on the number of threads, so that results do not
 * either.
 */
void regulus_parallel_for(int threads, int64_t chunks, regulus_task task, void *context);

/* Sets how many processors the pool takes the machine to have, for tests; 0 for what the system says. Not beside work. */
void regulus_set_processors(int processors);

/* n in chunks of a size */
static inline int64_t regulus_chunks(int64_t n, int64_t size) {
    return (n + size - 1) / size;
}

#endif

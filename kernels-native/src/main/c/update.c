#include "update.h"

regulus_shrinkage update_shrinkage(float l2, float decay, float rate) {
    regulus_shrinkage s = {
        .l2x2 = 2 * l2,
        .decay = rate * decay,
        .has_l2 = l2 != 0,
        .has_decay = decay != 0,
    };
    return s;
}

float *update_slot(call *c, int index, int64_t n, const char *name) {
    TF_Tensor *tensor = call_variable(c, index, name);
    if (!tensor) {
        return NULL;
    }
    if (TF_TensorElementCount(tensor) != n) {
        call_fail(
            c,
            "Variable %s has %lld values, the parameter %lld.",
            name,
            (long long)TF_TensorElementCount(tensor),
            (long long)n);
        return NULL;
    }
    return TF_TensorData(tensor);
}

/* Shared among threads from MIN_THREADED values on; fewer take less time than a thread's waking. */
enum { CHUNK = 16 * 1024, MIN_THREADED = 256 * 1024 };

static void update_chunk(void *context, int64_t chunk) {
    const update_job *j = context;
    const regulus_arithmetic *arithmetic = regulus_get_arithmetic();
    int64_t start = chunk * CHUNK;
    int64_t n = j->n - start < CHUNK ? j->n - start : CHUNK;
    const float *gradient = j->gradient + start;
    if (j->adam) {
        arithmetic->adam(j->adam, n, j->w + start, j->m + start, j->v + start, gradient);
    } else if (j->velocity) {
        arithmetic->momentum(j->momentum, n, j->w + start, j->velocity + start, gradient);
    } else {
        arithmetic->descend(j->momentum, n, j->w + start, gradient);
    }
}

void update_run(int threads, update_job *j) {
    regulus_parallel_for(j->n < MIN_THREADED ? 1 : threads, regulus_chunks(j->n, CHUNK), update_chunk, j);
}

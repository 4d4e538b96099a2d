/* RegulusSumOfSquares: the sum of the squares of all values of all inputs; finite only if every value is. */
#include "op.h"

typedef struct {
    int threads;
} sum_of_squares;

static void *create(TF_OpKernelConstruction *construction) {
    sum_of_squares *state = construction_state(construction, sizeof *state);
    if (state) {
        state->threads = construction_int(construction, "threads");
    }
    return state;
}

/* Chunks are summed a round at a time, their sums added up in order. From MIN_THREADED values on threads share a round. */
enum { CHUNK = 64 * 1024, ROUND = 256, MIN_THREADED = 16 * CHUNK };

typedef struct {
    const regulus_arithmetic *arithmetic;
    int64_t n;
    const float *x;
    double sums[ROUND];
} round_job;

static void sum_chunk(void *context, int64_t chunk) {
    round_job *j = context;
    int64_t start = chunk * CHUNK;
    j->sums[chunk] = j->arithmetic->sum_of_squares(j->n - start < CHUNK ? j->n - start : CHUNK, j->x + start);
}

static double sum_all(const sum_of_squares *state, int64_t n, const float *x) {
    round_job j = {.arithmetic = regulus_get_arithmetic()};
    double sum = 0;
    for (int64_t start = 0; start < n; start += (int64_t)ROUND * CHUNK) {
        j.n = n - start < (int64_t)ROUND * CHUNK ? n - start : (int64_t)ROUND * CHUNK;
        j.x = x + start;
        int64_t chunks = regulus_chunks(j.n, CHUNK);
        regulus_parallel_for(j.n < MIN_THREADED ? 1 : state->threads, chunks, sum_chunk, &j);
        for (int64_t chunk = 0; chunk < chunks; chunk++) {
            sum += j.sums[chunk];
        }
    }
    return sum;
}

static void compute(void *kernel, TF_OpKernelContext *context) {
    call c = call_begin(context);
    double sum = 0;
    int inputs = TF_NumInputs(context);
    for (int i = 0; i < inputs; i++) {
        TF_Tensor *x = call_input(&c, i, TF_FLOAT, "x");
        if (x) {
            sum += sum_all(kernel, TF_TensorElementCount(x), TF_TensorData(x));
            call_release_to(&c, 0);
        }
    }
    float *output = call_output_scalar(&c, 0);
    if (output) {
        *output = (float)sum;
    }
    call_end(&c);
}

void register_sum_of_squares_op(void) {
    op_register(&(op_definition){
        .name = "RegulusSumOfSquares",
        .inputs = LIST("x: N * float"),
        .outputs = LIST("sum: float"),
        .attributes = LIST("N: int >= 1", THREADS),
        .shape = shape_as_scalar,
        .create = create,
        .compute = compute,
    });
}

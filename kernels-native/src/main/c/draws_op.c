/*
 * RegulusDraws: 16-bit random numbers for dropout, one per value of x, to the bit those of StatelessRandomUniformFullInt for
 * int64 of shape [rows, ceil(values per row / 4)] with each word cut into four and each row to its values.
 */
#include "op.h"
#include "philox.h"

regulus_stream regulus_seeded(int64_t seed0, int64_t seed1) {
    static const uint32_t scramble[2] = {0x3ec8f720, 0x02461e29};
    philox_block mixed = {0};
    mixed.word[0][0] = (uint32_t)(uint64_t)seed0;
    mixed.word[1][0] = (uint32_t)((uint64_t)seed0 >> 32);
    mixed.word[2][0] = (uint32_t)(uint64_t)seed1;
    mixed.word[3][0] = (uint32_t)((uint64_t)seed1 >> 32);
    philox(&mixed, scramble);
    regulus_stream stream = {
        .key = {mixed.word[0][0], mixed.word[1][0]},
        .counter = {mixed.word[2][0], mixed.word[3][0]},
    };
    return stream;
}

enum { DRAWS_IN_WORD = 4 };

static void compute(void *kernel, TF_OpKernelContext *context) {
    (void)kernel;
    call c = call_begin(context);
    TF_Tensor *x = call_input(&c, 0, TF_FLOAT, "x");
    const int64_t *seed = call_values(&c, 1, TF_INT64, 2, "seed");
    uint16_t *draws = call_output_like(&c, 0, x, TF_UINT16);
    int64_t n = x ? TF_TensorElementCount(x) : 0;
    if (!c.failed && n > 0) {
        regulus_stream stream = regulus_seeded(seed[0], seed[1]);
        int64_t rows = TF_NumDims(x) > 0 ? TF_Dim(x, 0) : 1;
        int64_t per_row = n / rows;
        int64_t words = (per_row + DRAWS_IN_WORD - 1) / DRAWS_IN_WORD;
        const regulus_arithmetic *arithmetic = regulus_get_arithmetic();
        if (per_row == words * DRAWS_IN_WORD) {
            arithmetic->draw(&stream, 0, n, draws);
        } else {
            for (int64_t r = 0; r < rows; r++) {
                arithmetic->draw(&stream, r * words, per_row, draws + r * per_row);
            }
        }
    }
    call_end(&c);
}

void register_draws_op(void) {
    op_register(&(op_definition){
        .name = "RegulusDraws",
        .inputs = LIST("x: float", "seed: int64"),
        .outputs = LIST("draws: uint16"),
        .attributes = NOTHING,
        .shape = shape_as_first,
        .compute = compute,
    });
}

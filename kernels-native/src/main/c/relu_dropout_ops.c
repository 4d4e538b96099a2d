/* RegulusReluDropout: y = relu(x) * keep / (1 - p) in one pass, and its gradient, for which y says enough. */
#include "op.h"

typedef struct {
    int32_t threshold;
} relu_dropout;

static void *create(TF_OpKernelConstruction *construction) {
    relu_dropout *state = construction_state(construction, sizeof *state);
    if (state) {
        state->threshold = construction_int(construction, "threshold");
        if (state->threshold < 0 || state->threshold > 65535) {
            construction_fail(construction, "The threshold must be in [0, 65535].");
        }
    }
    return state;
}

static void compute(void *kernel, TF_OpKernelContext *context) {
    const relu_dropout *state = kernel;
    call c = call_begin(context);
    float *y = call_output_in_place(&c, 0, 0);
    TF_Tensor *x = call_input(&c, 0, TF_FLOAT, "x");
    int64_t n = x ? TF_TensorElementCount(x) : 0;
    const uint16_t *draws = call_values(&c, 1, TF_UINT16, n, "draws");
    if (!c.failed && n > 0) {
        regulus_activation activation = {
            .relu = true,
            .draws = draws,
            .threshold = state->threshold,
            .scale = dropout_scale(state->threshold),
        };
        regulus_get_arithmetic()->activate(&activation, n, TF_TensorData(x), y);
    }
    call_end(&c);
}

static void compute_grad(void *kernel, TF_OpKernelContext *context) {
    const relu_dropout *state = kernel;
    call c = call_begin(context);
    float *dx = call_output_in_place(&c, 0, 0);
    TF_Tensor *dy = call_input(&c, 0, TF_FLOAT, "dy");
    int64_t n = dy ? TF_TensorElementCount(dy) : 0;
    const float *y = call_values(&c, 1, TF_FLOAT, n, "y");
    if (!c.failed && n > 0) {
        regulus_get_arithmetic()->activate_grad(dropout_scale(state->threshold), n, TF_TensorData(dy), y, dx);
    }
    call_end(&c);
}

void register_relu_dropout_ops(void) {
    op_register(&(op_definition){
        .name = "RegulusReluDropout",
        .inputs = LIST("x: float", "draws: uint16"),
        .outputs = LIST("y: float"),
        .attributes = LIST("threshold: int"),
        .shape = shape_as_first,
        .create = create,
        .compute = compute,
    });
    op_register(&(op_definition){
        .name = "RegulusReluDropoutGrad",
        .inputs = LIST("dy: float", "y: float"),
        .outputs = LIST("dx: float"),
        .attributes = LIST("threshold: int"),
        .shape = shape_as_first,
        .create = create,
        .compute = compute_grad,
    });
}

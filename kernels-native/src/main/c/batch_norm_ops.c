/*
 * RegulusBatchNorm: z = (x - mean) / sqrt(variance + epsilon) * scale + shift with the batch's mean and biased variance over
 * every axis but the last, and y = relu(z) * keep / (1 - p) where asked for. Its gradient works out z again from x, which is
 * cheaper than to read it.
 */
#include "op.h"

typedef struct {
    float epsilon;
    bool relu;
    int32_t threshold; /* 0 without dropout */
    int32_t num_draws; /* of the list input */
    int threads;
} batch_norm;

static void *create_grad(TF_OpKernelConstruction *construction) {
    batch_norm *state = construction_state(construction, sizeof *state);
    if (!state) {
        return NULL;
    }
    state->relu = construction_bool(construction, "relu");
    state->threshold = construction_int(construction, "threshold");
    state->num_draws = construction_int(construction, "N");
    state->threads = construction_int(construction, "threads");
    if (state->threshold < 0 || state->threshold > 65535) {
        construction_fail(construction, "The threshold must be in [0, 65535].");
    }
    if (state->num_draws != (state->threshold > 0 ? 1 : 0)) {
        construction_fail(construction, "Draws are given exactly where the threshold is above 0.");
    }
    return state;
}

static void *create(TF_OpKernelConstruction *construction) {
    batch_norm *state = create_grad(construction);
    if (state) {
        state->epsilon = construction_float(construction, "epsilon");
    }
    return state;
}

/* Values of x from which threads share the work; fewer take less time than a thread's waking. */
enum { MIN_THREADED = 256 * 1024 };

/* What the two kernels have in common. The draws are the list input that starts at draws_index. */
static regulus_batch_norm inputs(
    call *c, const batch_norm *state, TF_Tensor *x, int scale_index, int shift_index, int draws_index) {
    regulus_batch_norm norm = {0};
    int rank = x ? TF_NumDims(x) : 1;
    if (rank < 1) {
        call_fail(c, "Input x is a scalar; it must have channels.");
    }
    if (!x || c->failed) {
        return norm;
    }
    int64_t n = TF_TensorElementCount(x);
    norm.channels = TF_Dim(x, rank - 1);
    norm.rows = norm.channels > 0 ? n / norm.channels : 0;
    norm.x = TF_TensorData(x);
    norm.scale = call_values(c, scale_index, TF_FLOAT, norm.channels, "scale");
    norm.shift = call_values(c, shift_index, TF_FLOAT, norm.channels, "shift");
    norm.epsilon = state->epsilon;
    norm.threads = n < MIN_THREADED ? 1 : state->threads;
    norm.activation.relu = state->relu;
    norm.activation.threshold = state->threshold;
    norm.activation.scale = dropout_scale(state->threshold);
    if (state->num_draws == 1) {
        norm.activation.draws = call_values(c, draws_index, TF_UINT16, n, "draws");
    }
    return norm;
}

static void compute(void *kernel, TF_OpKernelContext *context) {
    const batch_norm *state = kernel;
    call c = call_begin(context);
    TF_Tensor *x = call_input(&c, 0, TF_FLOAT, "x");
    regulus_batch_norm norm = inputs(&c, state, x, 1, 2, 3);
    float *y = call_output_like(&c, 0, x, TF_FLOAT);
    norm.mean = call_output_vector(&c, 1, norm.channels);
    norm.variance = call_output_vector(&c, 2, norm.channels);
    norm.inverse = call_output_vector(&c, 3, norm.channels);
    if (!c.failed && !regulus_get_arithmetic()->batch_norm(&norm, y)) {
        call_fail_memory(&c);
    }
    call_end(&c);
}

static void compute_grad(void *kernel, TF_OpKernelContext *context) {
    const batch_norm *state = kernel;
    call c = call_begin(context);
    float *dx = call_output_in_place(&c, 0, 0);
    TF_Tensor *dy = call_input(&c, 0, TF_FLOAT, "dy");
    TF_Tensor *x = call_input(&c, 1, TF_FLOAT, "x");
    regulus_batch_norm norm = inputs(&c, state, x, 2, 3, 6);
    if (!c.failed && TF_TensorElementCount(dy) != TF_TensorElementCount(x)) {
        call_fail(&c, "Inputs dy and x differ in size.");
    }
    /* written by the forward pass only */
    norm.mean = (float *)call_values(&c, 4, TF_FLOAT, norm.channels, "mean");
    norm.inverse = (float *)call_values(&c, 5, TF_FLOAT, norm.channels, "inverse");
    float *dscale = call_output_vector(&c, 1, norm.channels);
    float *dshift = call_output_vector(&c, 2, norm.channels);
    if (!c.failed && !regulus_get_arithmetic()->batch_norm_grad(&norm, TF_TensorData(dy), dx, dscale, dshift)) {
        call_fail_memory(&c);
    }
    call_end(&c);
}

/* Output 0 is like input `like`; outputs 1 to `vectors` are vectors of its last dimension. */
static void shapes(TF_ShapeInferenceContext *context, int like, int vectors, TF_Status *status) {
    TF_ShapeHandle *x = TF_NewShapeHandle();
    TF_ShapeHandle *last = TF_NewShapeHandle();
    TF_ShapeInferenceContextGetInput(context, like, x, status);
    if (TF_GetCode(status) == TF_OK) {
        TF_ShapeInferenceContextWithRankAtLeast(context, x, 1, x, status);
    }
    if (TF_GetCode(status) == TF_OK) {
        TF_ShapeInferenceContextSubshape(context, x, -1, INT64_MAX, last, status);
    }
    if (TF_GetCode(status) == TF_OK) {
        TF_ShapeInferenceContextSetOutput(context, 0, x, status);
    }
    for (int i = 1; i <= vectors && TF_GetCode(status) == TF_OK; i++) {
        TF_ShapeInferenceContextSetOutput(context, i, last, status);
    }
    TF_DeleteShapeHandle(last);
    TF_DeleteShapeHandle(x);
}

static void shape(TF_ShapeInferenceContext *context, TF_Status *status) {
    shapes(context, 0, 3, status);
}

static void shape_grad(TF_ShapeInferenceContext *context, TF_Status *status) {
    shapes(context, 1, 2, status);
}

void register_batch_norm_ops(void) {
    op_register(&(op_definition){
        .name = "RegulusBatchNorm",
        .inputs = LIST("x: float", "scale: float", "shift: float", "draws: N * uint16"),
        .outputs = LIST("y: float", "mean: float", "variance: float", "inverse: float"),
        .attributes = LIST("N: int >= 0", "epsilon: float", "relu: bool = false", "threshold: int = 0", THREADS),
        .shape = shape,
        .create = create,
        .compute = compute,
    });
    op_register(&(op_definition){
        .name = "RegulusBatchNormGrad",
        .inputs = LIST(
            "dy: float",
            "x: float",
            "scale: float",
            "shift: float",
            "mean: float",
            "inverse: float",
            "draws: N * uint16"),
        .outputs = LIST("dx: float", "dscale: float", "dshift: float"),
        .attributes = LIST("N: int >= 0", "relu: bool = false", "threshold: int = 0", THREADS),
        .shape = shape_grad,
        .create = create_grad,
        .compute = compute_grad,
    });
}

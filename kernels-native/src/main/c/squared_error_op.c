/* RegulusSquaredError: the mean of (p - t)^2 over all values of a matrix, and its gradient 2 * (p - t) / values. */
#include "op.h"

static void compute(void *kernel, TF_OpKernelContext *context) {
    (void)kernel;
    call c = call_begin(context);
    TF_Tensor *p = call_input(&c, 0, TF_FLOAT, "predictions");
    if (p && TF_NumDims(p) != 2) {
        call_fail(&c, "Input predictions has %d dimensions, not 2.", TF_NumDims(p));
    }
    int64_t n = p ? TF_TensorElementCount(p) : 0;
    const float *t = call_values(&c, 1, TF_FLOAT, n, "targets");
    float *loss = call_output_scalar(&c, 0);
    float *gradient = call_output_like(&c, 1, p, TF_FLOAT);
    if (!c.failed) {
        /* in the order of the plain ops */
        float share = 1.0f / (float)TF_Dim(p, 1) / (float)TF_Dim(p, 0);
        double sum = regulus_get_arithmetic()->squared_error(n, share, TF_TensorData(p), t, gradient);
        *loss = (float)(sum / (double)n);
    }
    call_end(&c);
}

static void shape(TF_ShapeInferenceContext *context, TF_Status *status) {
    shape_as_scalar(context, status);
    TF_ShapeHandle *predictions = TF_NewShapeHandle();
    TF_ShapeInferenceContextGetInput(context, 0, predictions, status);
    if (TF_GetCode(status) == TF_OK) {
        TF_ShapeInferenceContextSetOutput(context, 1, predictions, status);
    }
    TF_DeleteShapeHandle(predictions);
}

void register_squared_error_op(void) {
    op_register(&(op_definition){
        .name = "RegulusSquaredError",
        .inputs = LIST("predictions: float", "targets: float"),
        .outputs = LIST("loss: float", "gradient: float"),
        .attributes = NOTHING,
        .shape = shape,
        .compute = compute,
    });
}

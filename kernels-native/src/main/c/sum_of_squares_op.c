/* RegulusSumOfSquares: the sum of the squares of all values of all inputs; finite only if every value is. */
#include "op.h"

static void compute(void *kernel, TF_OpKernelContext *context) {
    (void)kernel;
    call c = call_begin(context);
    const regulus_arithmetic *arithmetic = regulus_get_arithmetic();
    double sum = 0;
    int inputs = TF_NumInputs(context);
    for (int i = 0; i < inputs; i++) {
        TF_Tensor *x = call_input(&c, i, TF_FLOAT, "x");
        if (x) {
            sum += arithmetic->sum_of_squares(TF_TensorElementCount(x), TF_TensorData(x));
            call_release(&c, x);
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
        .attributes = LIST("N: int >= 1"),
        .shape = shape_as_scalar,
        .compute = compute,
    });
}

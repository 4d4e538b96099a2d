/* Registers everything as the library is loaded, which is when TensorFlow looks for new ops. */
#include "op.h"

static void __attribute__((constructor)) load(void) {
    regulus_init_level();
    register_update_ops();
    register_adam_op();
    register_sum_of_squares_op();
    register_batch_norm_ops();
    register_relu_dropout_ops();
    register_squared_error_op();
    register_draws_op();
    register_level_op();
}

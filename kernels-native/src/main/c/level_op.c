/*
 * RegulusLevel: sets the level of the instruction set and returns the one in use now; for tests. Its attribute's default says
 * the level at loading, so that one can ask without a session: the first session of a process fixes TensorFlow's threads.
 */
#include "op.h"

#include <stdio.h>

static void compute(void *kernel, TF_OpKernelContext *context) {
    (void)kernel;
    call c = call_begin(context);
    const int32_t *wanted = call_values(&c, 0, TF_INT32, 1, "wanted");
    if (wanted) {
        regulus_set_level((regulus_level)*wanted);
    }
    float *level = call_output_scalar(&c, 0);
    if (level) {
        *level = (float)regulus_get_level();
    }
    call_end(&c);
}

void register_level_op(void) {
    char initial[32];
    snprintf(initial, sizeof initial, "initial: int = %d", (int)regulus_get_level());
    op_register(&(op_definition){
        .name = "RegulusLevel",
        .inputs = LIST("wanted: int32"),
        .outputs = LIST("level: float"),
        .attributes = LIST(initial),
        .stateful = true,
        .shape = shape_as_scalar,
        .compute = compute,
    });
}

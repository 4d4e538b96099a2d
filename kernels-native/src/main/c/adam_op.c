/*
 * RegulusAdam: Adam on a list of parameters, one pass over each, with the powers of beta worked out from the number of steps
 * before: of a small network's update most is the cost of having ops. The same bits as the plain graph's Pow in double, Mul
 * and Add for the penalty, ResourceApplyGradientDescent for the decay and ResourceApplyAdam.
 */
#include "update.h"

#include <math.h>
#include <stdlib.h>

/* The version that every glibc for x86-64 has, and that TensorFlow's own Pow calls. */
__asm__(".symver pow, pow@GLIBC_2.2.5");

typedef struct {
    int32_t count;
    float beta1;
    float beta2;
    float epsilon;
    int threads;
    float coefficients[]; /* l2 of each parameter, then decay of each */
} adam_update;

static void *create(TF_OpKernelConstruction *construction) {
    int32_t count = construction_int(construction, "N");
    if (count < 1) {
        return NULL;
    }
    adam_update *state = construction_state(construction, sizeof *state + 2 * (size_t)count * sizeof(float));
    if (state) {
        state->count = count;
        state->beta1 = construction_float(construction, "beta1");
        state->beta2 = construction_float(construction, "beta2");
        state->epsilon = construction_float(construction, "epsilon");
        state->threads = construction_int(construction, "threads");
        construction_floats(construction, "l2", count, state->coefficients);
        construction_floats(construction, "decay", count, state->coefficients + count);
    }
    return state;
}

/* beta^(steps + 1) in double, as the plain graph has it. */
static float power(float beta, int64_t steps) {
    return (float)pow((double)beta, (double)steps + 1.0);
}

/* The rule without shrinkage. */
static regulus_adam rule_of(const adam_update *state, int64_t steps, float rate) {
    regulus_adam rule = {
        .alpha = rate * sqrtf(1.0f - power(state->beta2, steps)) / (1.0f - power(state->beta1, steps)),
        .one_minus_beta1 = 1.0f - state->beta1,
        .one_minus_beta2 = 1.0f - state->beta2,
        .epsilon = state->epsilon,
    };
    return rule;
}

/* Parameter i; releases what it takes. */
static void update_one(call *c, const adam_update *state, int i, const regulus_adam *shared, float rate) {
    int mark = c->num_tensors;
    TF_Tensor *parameter = call_variable(c, i, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    float *w = parameter ? TF_TensorData(parameter) : NULL;
    float *m = update_slot(c, state->count + i, n, "m");
    float *v = update_slot(c, 2 * state->count + i, n, "v");
    const float *gradient = call_values(c, 3 * state->count + 2 + i, TF_FLOAT, n, "gradient");
    if (!c->failed) {
        regulus_adam rule = *shared;
        rule.shrinkage = update_shrinkage(state->coefficients[i], state->coefficients[state->count + i], rate);
        update_run(
            state->threads, &(update_job){.adam = &rule, .n = n, .w = w, .m = m, .v = v, .gradient = gradient});
    }
    call_release_to(c, mark);
}

static void compute(void *kernel, TF_OpKernelContext *context) {
    const adam_update *state = kernel;
    call c = call_begin(context);
    const int64_t *steps = call_values(&c, 3 * state->count, TF_INT64, 1, "steps");
    float rate = call_scalar(&c, 3 * state->count + 1, "learning_rate");
    call_lock_variables(&c, 3 * state->count);
    if (!c.failed) {
        regulus_adam rule = rule_of(state, *steps, rate);
        for (int i = 0; i < state->count && !c.failed; i++) {
            update_one(&c, state, i, &rule, rate);
        }
    }
    call_end(&c);
}

void register_adam_op(void) {
    op_register(&(op_definition){
        .name = "RegulusAdam",
        .inputs = LIST(
            "var: N * resource",
            "m: N * resource",
            "v: N * resource",
            "steps: int64",
            "learning_rate: float",
            "gradient: N * float"),
        .outputs = NOTHING,
        .attributes = LIST(
            "N: int >= 1",
            "beta1: float",
            "beta2: float",
            "epsilon: float",
            "l2: list(float)",
            "decay: list(float)",
            THREADS),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create,
        .compute = compute,
    });
}

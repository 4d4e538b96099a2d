/*
 * Updates of one parameter in one pass: RegulusMomentum and RegulusGradientDescent. The same bits as the
 * plain graph's Mul and Add for the penalty, ResourceApplyGradientDescent for the decay and ResourceApply... for the rule.
 */
#include "update.h"

typedef struct {
    float l2;
    float decay;
    float momentum;
    bool nesterov;
    int threads;
} update;

static update *create(TF_OpKernelConstruction *construction) {
    update *u = construction_state(construction, sizeof *u);
    if (u) {
        u->l2 = construction_float(construction, "l2");
        u->decay = construction_float(construction, "decay");
        u->threads = construction_int(construction, "threads");
    }
    return u;
}

static void *create_momentum(TF_OpKernelConstruction *construction) {
    update *u = create(construction);
    if (u) {
        u->momentum = construction_float(construction, "momentum");
        u->nesterov = construction_bool(construction, "nesterov");
    }
    return u;
}

static void *create_gradient_descent(TF_OpKernelConstruction *construction) {
    return create(construction);
}

static regulus_momentum momentum_rule(const update *u, float rate) {
    regulus_momentum rule = {
        .shrinkage = update_shrinkage(u->l2, u->decay, rate),
        .rate = rate,
        .momentum = u->momentum,
        .nesterov = u->nesterov,
    };
    return rule;
}

static void compute_momentum(void *kernel, TF_OpKernelContext *context) {
    const update *u = kernel;
    call c = call_begin(context);
    float rate = call_scalar(&c, 2, "learning_rate");
    call_lock_variables(&c, 2);
    TF_Tensor *parameter = call_variable(&c, 0, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    float *w = parameter ? TF_TensorData(parameter) : NULL;
    float *velocity = update_slot(&c, 1, n, "velocity");
    const float *gradient = call_values(&c, 3, TF_FLOAT, n, "gradient");
    if (!c.failed) {
        regulus_momentum rule = momentum_rule(u, rate);
        update_run(
            u->threads, &(update_job){.momentum = &rule, .n = n, .w = w, .velocity = velocity, .gradient = gradient});
    }
    call_end(&c);
}

static void compute_gradient_descent(void *kernel, TF_OpKernelContext *context) {
    const update *u = kernel;
    call c = call_begin(context);
    float rate = call_scalar(&c, 1, "learning_rate");
    call_lock_variables(&c, 1);
    TF_Tensor *parameter = call_variable(&c, 0, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    float *w = parameter ? TF_TensorData(parameter) : NULL;
    const float *gradient = call_values(&c, 2, TF_FLOAT, n, "gradient");
    if (!c.failed) {
        regulus_momentum rule = momentum_rule(u, rate);
        update_run(u->threads, &(update_job){.momentum = &rule, .n = n, .w = w, .gradient = gradient});
    }
    call_end(&c);
}

void register_update_ops(void) {
    op_register(&(op_definition){
        .name = "RegulusMomentum",
        .inputs = LIST("var: resource", "velocity: resource", "learning_rate: float", "gradient: float"),
        .outputs = NOTHING,
        .attributes = LIST("momentum: float", "nesterov: bool = false", "l2: float = 0", "decay: float = 0", THREADS),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create_momentum,
        .compute = compute_momentum,
    });
    op_register(&(op_definition){
        .name = "RegulusGradientDescent",
        .inputs = LIST("var: resource", "learning_rate: float", "gradient: float"),
        .outputs = NOTHING,
        .attributes = LIST("l2: float = 0", "decay: float = 0", THREADS),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create_gradient_descent,
        .compute = compute_gradient_descent,
    });
}

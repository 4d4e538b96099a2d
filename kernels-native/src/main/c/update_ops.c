/*
 * Updates of parameters, one pass over each: RegulusAdam, RegulusMomentum and RegulusGradientDescent. The same bits as the
 * plain graph's Mul and Add for the penalty, ResourceApplyGradientDescent for the decay and ResourceApply... for the rule.
 */
#include "op.h"

#include <math.h>

typedef struct {
    float l2;
    float decay;
    float beta1;
    float beta2;
    float epsilon;
    float momentum;
    bool nesterov;
} update;

static update *create(TF_OpKernelConstruction *construction) {
    update *u = construction_state(construction, sizeof *u);
    if (u) {
        u->l2 = construction_float(construction, "l2");
        u->decay = construction_float(construction, "decay");
    }
    return u;
}

static void *create_adam(TF_OpKernelConstruction *construction) {
    update *u = create(construction);
    if (u) {
        u->beta1 = construction_float(construction, "beta1");
        u->beta2 = construction_float(construction, "beta2");
        u->epsilon = construction_float(construction, "epsilon");
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

static regulus_shrinkage shrinkage(const update *u, float rate) {
    regulus_shrinkage s = {
        .l2x2 = 2 * u->l2,
        .decay = rate * u->decay,
        .has_l2 = u->l2 != 0,
        .has_decay = u->decay != 0,
    };
    return s;
}

/*
 * One of the rule's variables, of as many values as the parameter has. Never the parameter's own memory: were it the same
 * variable, TensorFlow would copy it first, since the parameter's tensor is held already.
 */
static float *slot(call *c, int index, int64_t n, const char *name) {
    TF_Tensor *tensor = call_variable(c, index, name);
    if (!tensor) {
        return NULL;
    }
    if (TF_TensorElementCount(tensor) != n) {
        call_fail(
            c,
            "Variable %s has %lld values, the parameter %lld.",
            name,
            (long long)TF_TensorElementCount(tensor),
            (long long)n);
        return NULL;
    }
    return TF_TensorData(tensor);
}

static void compute_adam(void *kernel, TF_OpKernelContext *context) {
    const update *u = kernel;
    call c = call_begin(context);
    float beta1_power = call_scalar(&c, 3, "beta1_power");
    float beta2_power = call_scalar(&c, 4, "beta2_power");
    float rate = call_scalar(&c, 5, "learning_rate");
    call_lock_variables(&c, 3);
    TF_Tensor *parameter = call_variable(&c, 0, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    float *w = parameter ? TF_TensorData(parameter) : NULL;
    float *m = slot(&c, 1, n, "m");
    float *v = slot(&c, 2, n, "v");
    const float *gradient = call_values(&c, 6, TF_FLOAT, n, "gradient");
    if (!c.failed) {
        regulus_adam rule = {
            .shrinkage = shrinkage(u, rate),
            .alpha = rate * sqrtf(1.0f - beta2_power) / (1.0f - beta1_power),
            .one_minus_beta1 = 1.0f - u->beta1,
            .one_minus_beta2 = 1.0f - u->beta2,
            .epsilon = u->epsilon,
        };
        regulus_get_arithmetic()->adam(&rule, n, w, m, v, gradient);
    }
    call_end(&c);
}

static regulus_momentum momentum_rule(const update *u, float rate) {
    regulus_momentum rule = {
        .shrinkage = shrinkage(u, rate),
        .rate = rate,
        .momentum = u->momentum,
        .nesterov = u->nesterov,
    };
    return rule;
}

static void compute_momentum(void *kernel, TF_OpKernelContext *context) {
    call c = call_begin(context);
    float rate = call_scalar(&c, 2, "learning_rate");
    call_lock_variables(&c, 2);
    TF_Tensor *parameter = call_variable(&c, 0, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    float *w = parameter ? TF_TensorData(parameter) : NULL;
    float *velocity = slot(&c, 1, n, "velocity");
    const float *gradient = call_values(&c, 3, TF_FLOAT, n, "gradient");
    if (!c.failed) {
        regulus_momentum rule = momentum_rule(kernel, rate);
        regulus_get_arithmetic()->momentum(&rule, n, w, velocity, gradient);
    }
    call_end(&c);
}

static void compute_gradient_descent(void *kernel, TF_OpKernelContext *context) {
    call c = call_begin(context);
    float rate = call_scalar(&c, 1, "learning_rate");
    call_lock_variables(&c, 1);
    TF_Tensor *parameter = call_variable(&c, 0, "var");
    int64_t n = parameter ? TF_TensorElementCount(parameter) : 0;
    const float *gradient = call_values(&c, 2, TF_FLOAT, n, "gradient");
    if (!c.failed) {
        regulus_momentum rule = momentum_rule(kernel, rate);
        regulus_get_arithmetic()->descend(&rule, n, TF_TensorData(parameter), gradient);
    }
    call_end(&c);
}

void register_update_ops(void) {
    op_register(&(op_definition){
        .name = "RegulusAdam",
        .inputs = LIST(
            "var: resource",
            "m: resource",
            "v: resource",
            "beta1_power: float",
            "beta2_power: float",
            "learning_rate: float",
            "gradient: float"),
        .outputs = NOTHING,
        .attributes = LIST("beta1: float", "beta2: float", "epsilon: float", "l2: float = 0", "decay: float = 0"),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create_adam,
        .compute = compute_adam,
    });
    op_register(&(op_definition){
        .name = "RegulusMomentum",
        .inputs = LIST("var: resource", "velocity: resource", "learning_rate: float", "gradient: float"),
        .outputs = NOTHING,
        .attributes = LIST("momentum: float", "nesterov: bool = false", "l2: float = 0", "decay: float = 0"),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create_momentum,
        .compute = compute_momentum,
    });
    op_register(&(op_definition){
        .name = "RegulusGradientDescent",
        .inputs = LIST("var: resource", "learning_rate: float", "gradient: float"),
        .outputs = NOTHING,
        .attributes = LIST("l2: float = 0", "decay: float = 0"),
        .stateful = true,
        .shape = shape_of_nothing,
        .create = create_gradient_descent,
        .compute = compute_gradient_descent,
    });
}

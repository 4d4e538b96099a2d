/*
 * What all ops share: a call that remembers its tensors and its first error, so that an op's code reads top to bottom and
 * everything is released in one place.
 */
#ifndef REGULUS_OP_H
#define REGULUS_OP_H

#include "level.h"
#include "parallel.h"
#include "tensorflow.h"

/* ---- Registration ---- */

typedef struct {
    const char *name;
    const char *const *attributes; /* each list ends with a null */
    const char *const *inputs;
    const char *const *outputs;
    bool stateful;
    TF_ShapeFunction shape; /* TensorFlow refuses an op without */
    void *(*create)(TF_OpKernelConstruction *construction);
    void (*compute)(void *kernel, TF_OpKernelContext *context);
} op_definition;

/* The lists of a definition. */
#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NOTHING ((const char *const[]){NULL})

/* Attribute of the ops that use several threads where there is enough to do: at most so many, and no more than processors. */
#define THREADS "threads: int >= 1"

/* Registers an op and its kernel for the CPU; the kernel's state is released with free(). */
void op_register(const op_definition *definition);

void register_update_ops(void);
void register_adam_op(void);
void register_sum_of_squares_op(void);
void register_squared_error_op(void);
void register_batch_norm_ops(void);
void register_relu_dropout_ops(void);
void register_draws_op(void);
void register_level_op(void);

/* ---- Making a kernel ---- */

/* Zeroed state, or null after telling TensorFlow so. */
void *construction_state(TF_OpKernelConstruction *construction, size_t bytes);

float construction_float(TF_OpKernelConstruction *construction, const char *name);
/* A list of exactly count values. */
void construction_floats(TF_OpKernelConstruction *construction, const char *name, int32_t count, float *values);

int32_t construction_int(TF_OpKernelConstruction *construction, const char *name);
bool construction_bool(TF_OpKernelConstruction *construction, const char *name);

void construction_fail(TF_OpKernelConstruction *construction, const char *message);

/* 65536 / (65536 - threshold) */
float dropout_scale(int32_t threshold);

/* ---- One call of a kernel ---- */

enum { CALL_MAX_TENSORS = 16 };

typedef struct {
    TF_OpKernelContext *context;
    TF_Status *status;
    TF_VariableInputLockHolder *locks;
    int num_tensors;
    bool failed;
    TF_Tensor *tensors[CALL_MAX_TENSORS];
} call;

call call_begin(TF_OpKernelContext *context);

/* Releases the locks and every tensor; reports the failure, if any. */
void call_end(call *c);

/* Fails the call with INVALID_ARGUMENT and a sentence; the first failure counts. */
void call_fail(call *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

void call_fail_memory(call *c);

/* The functions below return null, or 0, in a call that failed. */

TF_Tensor *call_input(call *c, int index, TF_DataType type, const char *name);

/* Releases the tensors taken since there were `count`, before call_end does; for lists of any length. */
void call_release_to(call *c, int count);

float call_scalar(call *c, int index, const char *name);

/* The input's data, of exactly n values. */
const void *call_values(call *c, int index, TF_DataType type, int64_t n, const char *name);

/* Locks the variables that are the first `count` inputs; a reader then sees all of an update or nothing. */
void call_lock_variables(call *c, int count);

/* The variable's tensor, to write: copied before where a reader holds it. Its locks must be held. */
TF_Tensor *call_variable(call *c, int index, const char *name);

/* Outputs in memory of their own; of type float but for the last, which has the shape of `like`. */
float *call_output_vector(call *c, int index, int64_t n);
float *call_output_scalar(call *c, int index);
void *call_output_like(call *c, int index, const TF_Tensor *like, TF_DataType type);

/* An output like the input, in the memory of the input where nobody else holds it. Get the input again after this. */
float *call_output_in_place(call *c, int index, int input);

/* ---- Shapes ---- */

/* Output 0 is a scalar. */
void shape_as_scalar(TF_ShapeInferenceContext *context, TF_Status *status);

/* There is no output. */
void shape_of_nothing(TF_ShapeInferenceContext *context, TF_Status *status);

/* Output 0 is like input 0. */
void shape_as_first(TF_ShapeInferenceContext *context, TF_Status *status);

#endif

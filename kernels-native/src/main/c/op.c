#include "op.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Registration ---- */

/* An op that cannot be registered is a defect of this library: its name is missed when a graph asks for it. */
static bool accepted(const char *name, const TF_Status *status) {
    if (TF_GetCode(status) == TF_OK) {
        return true;
    }
    fprintf(stderr, "regulus-kernels: cannot register %s: %s\n", name, TF_Message(status));
    return false;
}

/*
 * A second kernel makes an op useless. That an op is there already TensorFlow tells only later, to nobody: Java sees to it that
 * the library is loaded once.
 */
static void register_kernel(const op_definition *definition, TF_Status *status) {
    TF_KernelBuilder *kernel = TF_NewKernelBuilder(
        definition->name, "CPU", definition->create, definition->compute, definition->create ? free : NULL);
    TF_RegisterKernelBuilder(definition->name, kernel, status);
    accepted(definition->name, status);
}

void op_register(const op_definition *definition) {
    TF_Status *status = TF_NewStatus();
    TF_OpDefinitionBuilder *builder = TF_NewOpDefinitionBuilder(definition->name);
    for (const char *const *spec = definition->inputs; *spec; spec++) {
        TF_OpDefinitionBuilderAddInput(builder, *spec);
    }
    for (const char *const *spec = definition->outputs; *spec; spec++) {
        TF_OpDefinitionBuilderAddOutput(builder, *spec);
    }
    for (const char *const *spec = definition->attributes; *spec; spec++) {
        TF_OpDefinitionBuilderAddAttr(builder, *spec);
    }
    TF_OpDefinitionBuilderSetIsStateful(builder, definition->stateful);
    TF_OpDefinitionBuilderSetShapeInferenceFunction(builder, definition->shape);
    TF_RegisterOpDefinition(builder, status);
    if (accepted(definition->name, status)) {
        register_kernel(definition, status);
    }
    TF_DeleteStatus(status);
}

/* ---- Making a kernel ---- */

void construction_fail(TF_OpKernelConstruction *construction, const char *message) {
    TF_Status *status = TF_NewStatus();
    TF_SetStatus(status, TF_INVALID_ARGUMENT, message);
    TF_OpKernelConstruction_Failure(construction, status);
    TF_DeleteStatus(status);
}

void *construction_state(TF_OpKernelConstruction *construction, size_t bytes) {
    void *state = calloc(1, bytes);
    if (!state) {
        construction_fail(construction, "No memory for the kernel.");
    }
    return state;
}

static void construction_check(TF_OpKernelConstruction *construction, TF_Status *status) {
    if (TF_GetCode(status) != TF_OK) {
        TF_OpKernelConstruction_Failure(construction, status);
    }
    TF_DeleteStatus(status);
}

float construction_float(TF_OpKernelConstruction *construction, const char *name) {
    float value = 0;
    TF_Status *status = TF_NewStatus();
    TF_OpKernelConstruction_GetAttrFloat(construction, name, &value, status);
    construction_check(construction, status);
    return value;
}

void construction_floats(TF_OpKernelConstruction *construction, const char *name, int32_t count, float *values) {
    int32_t size = 0;
    int32_t total = 0;
    TF_Status *status = TF_NewStatus();
    TF_OpKernelConstruction_GetAttrSize(construction, name, &size, &total, status);
    if (TF_GetCode(status) == TF_OK && size != count) {
        TF_SetStatus(status, TF_INVALID_ARGUMENT, "A list of numbers differs in length from the list of parameters.");
    }
    if (TF_GetCode(status) == TF_OK) {
        TF_OpKernelConstruction_GetAttrFloatList(construction, name, values, count, status);
    }
    construction_check(construction, status);
}

int32_t construction_int(TF_OpKernelConstruction *construction, const char *name) {
    int32_t value = 0;
    TF_Status *status = TF_NewStatus();
    TF_OpKernelConstruction_GetAttrInt32(construction, name, &value, status);
    construction_check(construction, status);
    return value;
}

bool construction_bool(TF_OpKernelConstruction *construction, const char *name) {
    unsigned char value = 0;
    TF_Status *status = TF_NewStatus();
    TF_OpKernelConstruction_GetAttrBool(construction, name, &value, status);
    construction_check(construction, status);
    return value != 0;
}

float dropout_scale(int32_t threshold) {
    return (float)(65536.0 / (65536.0 - (double)threshold));
}

/* ---- One call of a kernel ---- */

call call_begin(TF_OpKernelContext *context) {
    call c = {.context = context, .status = TF_NewStatus()};
    return c;
}

void call_end(call *c) {
    for (int i = 0; i < c->num_tensors; i++) {
        TF_DeleteTensor(c->tensors[i]);
    }
    TF_ReleaseVariableInputLockHolder(c->locks);
    if (c->failed) {
        TF_OpKernelContext_Failure(c->context, c->status);
    }
    TF_DeleteStatus(c->status);
}

void call_fail(call *c, const char *format, ...) {
    if (c->failed) {
        return;
    }
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    TF_SetStatus(c->status, TF_INVALID_ARGUMENT, message);
    c->failed = true;
}

void call_fail_memory(call *c) {
    if (!c->failed) {
        TF_SetStatus(c->status, TF_RESOURCE_EXHAUSTED, "No memory for the kernel's sums.");
        c->failed = true;
    }
}

/* Takes what a function of TensorFlow gave: remembers the tensor, or that the status tells of an error. */
static TF_Tensor *taken(call *c, TF_Tensor *tensor) {
    if (tensor && c->num_tensors == CALL_MAX_TENSORS) {
        TF_DeleteTensor(tensor);
        call_fail(c, "The kernel holds more than %d tensors at a time.", CALL_MAX_TENSORS);
        return NULL;
    }
    if (tensor) {
        c->tensors[c->num_tensors++] = tensor;
    }
    if (TF_GetCode(c->status) != TF_OK) {
        c->failed = true;
        return NULL;
    }
    if (!tensor) {
        call_fail(c, "TensorFlow gave no tensor.");
    }
    return tensor;
}

TF_Tensor *call_input(call *c, int index, TF_DataType type, const char *name) {
    if (c->failed) {
        return NULL;
    }
    TF_Tensor *tensor = NULL;
    TF_GetInput(c->context, index, &tensor, c->status);
    tensor = taken(c, tensor);
    if (tensor && TF_TensorType(tensor) != type) {
        call_fail(c, "Input %s has type %d, not %d.", name, (int)TF_TensorType(tensor), (int)type);
        return NULL;
    }
    return tensor;
}

void call_release_to(call *c, int count) {
    while (c->num_tensors > count) {
        TF_DeleteTensor(c->tensors[--c->num_tensors]);
    }
}

const void *call_values(call *c, int index, TF_DataType type, int64_t n, const char *name) {
    TF_Tensor *tensor = call_input(c, index, type, name);
    if (!tensor) {
        return NULL;
    }
    if (TF_TensorElementCount(tensor) != n) {
        call_fail(
            c,
            "Input %s has %lld values, not %lld.",
            name,
            (long long)TF_TensorElementCount(tensor),
            (long long)n);
        return NULL;
    }
    return TF_TensorData(tensor);
}

float call_scalar(call *c, int index, const char *name) {
    const float *value = call_values(c, index, TF_FLOAT, 1, name);
    return value ? *value : 0;
}

/* Gives a variable memory of its own before it is written, while a reader still holds the old. */
static void copy_tensor(TF_OpKernelContext *context, TF_Tensor *source, TF_Tensor *destination) {
    (void)context;
    if (source && destination) {
        memcpy(
            TF_TensorData(destination),
            TF_TensorData(source),
            (size_t)TF_TensorElementCount(source) * sizeof(float));
    }
    if (source) {
        TF_DeleteTensor(source);
    }
    if (destination) {
        TF_DeleteTensor(destination);
    }
}

void call_lock_variables(call *c, int count) {
    if (c->failed) {
        return;
    }
    /* The function mistakes positions in this list for inputs: right only for the first inputs, in order. */
    int *inputs = malloc((size_t)count * sizeof *inputs);
    if (!inputs) {
        call_fail_memory(c);
        return;
    }
    for (int i = 0; i < count; i++) {
        inputs[i] = i;
    }
    TF_MaybeLockVariableInputMutexesInOrder(
        c->context, true, false, inputs, (size_t)count, copy_tensor, &c->locks, c->status);
    free(inputs);
    if (TF_GetCode(c->status) != TF_OK) {
        c->failed = true;
    }
}

TF_Tensor *call_variable(call *c, int index, const char *name) {
    if (c->failed) {
        return NULL;
    }
    TF_Tensor *tensor = NULL;
    TF_GetInputTensorFromVariable(c->context, index, true, false, false, copy_tensor, &tensor, c->status);
    if (!tensor && TF_GetCode(c->status) == TF_OK) {
        /* It has told the context already, whose first error counts. */
        call_fail(c, "Variable %s does not exist or has no value.", name);
        return NULL;
    }
    tensor = taken(c, tensor);
    if (tensor && TF_TensorType(tensor) != TF_FLOAT) {
        call_fail(c, "Variable %s is not of type float.", name);
        return NULL;
    }
    return tensor;
}

static void *allocated(call *c, int index, TF_DataType type, const int64_t *dims, int num_dims, int64_t n) {
    if (c->failed) {
        return NULL;
    }
    size_t bytes = (size_t)n * (type == TF_UINT16 ? sizeof(uint16_t) : sizeof(float));
    TF_Tensor *tensor = taken(c, TF_AllocateOutput(c->context, index, type, dims, num_dims, bytes, c->status));
    return tensor ? TF_TensorData(tensor) : NULL;
}

float *call_output_vector(call *c, int index, int64_t n) {
    return allocated(c, index, TF_FLOAT, &n, 1, n);
}

float *call_output_scalar(call *c, int index) {
    return allocated(c, index, TF_FLOAT, NULL, 0, 1);
}

enum { MAX_DIMS = 254 };

/* Returns the rank. */
static int copy_dims(const TF_Tensor *tensor, int64_t *dims) {
    int rank = TF_NumDims(tensor);
    for (int i = 0; i < rank; i++) {
        dims[i] = TF_Dim(tensor, i);
    }
    return rank;
}

void *call_output_like(call *c, int index, const TF_Tensor *like, TF_DataType type) {
    if (c->failed) {
        return NULL;
    }
    int64_t dims[MAX_DIMS];
    int rank = copy_dims(like, dims);
    return allocated(c, index, type, dims, rank, TF_TensorElementCount(like));
}

float *call_output_in_place(call *c, int index, int input) {
    int mark = c->num_tensors;
    TF_Tensor *tensor = call_input(c, input, TF_FLOAT, "to be replaced");
    if (!tensor) {
        return NULL;
    }
    int64_t dims[MAX_DIMS];
    int rank = copy_dims(tensor, dims);
    /* A reference of our own would keep TensorFlow from giving the memory away. */
    call_release_to(c, mark);
    int forwarded = -1;
    TF_Tensor *output = taken(
        c, TF_ForwardInputOrAllocateOutput(c->context, &input, 1, index, dims, rank, &forwarded, c->status));
    return output ? TF_TensorData(output) : NULL;
}

/* ---- Shapes ---- */

void shape_as_scalar(TF_ShapeInferenceContext *context, TF_Status *status) {
    TF_ShapeHandle *scalar = TF_ShapeInferenceContextScalar(context);
    TF_ShapeInferenceContextSetOutput(context, 0, scalar, status);
    TF_DeleteShapeHandle(scalar);
}

void shape_of_nothing(TF_ShapeInferenceContext *context, TF_Status *status) {
    TF_ShapeInferenceContextSetUnknownShape(context, status);
}

void shape_as_first(TF_ShapeInferenceContext *context, TF_Status *status) {
    TF_ShapeHandle *shape = TF_NewShapeHandle();
    TF_ShapeInferenceContextGetInput(context, 0, shape, status);
    if (TF_GetCode(status) == TF_OK) {
        TF_ShapeInferenceContextSetOutput(context, 0, shape, status);
    }
    TF_DeleteShapeHandle(shape);
}

/*
 * The part of TensorFlow's C API that this library uses, declared by hand: TensorFlow Java ships the library without its
 * headers. The functions are those that libtensorflow_framework.so.2 exports in TensorFlow 2.18.
 */
#ifndef REGULUS_TENSORFLOW_H
#define REGULUS_TENSORFLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { TF_FLOAT = 1, TF_INT32 = 3, TF_INT64 = 9, TF_UINT16 = 17, TF_RESOURCE = 20 } TF_DataType;

typedef enum { TF_OK = 0, TF_INVALID_ARGUMENT = 3, TF_FAILED_PRECONDITION = 9, TF_RESOURCE_EXHAUSTED = 8 } TF_Code;

typedef struct TF_Status TF_Status;
typedef struct TF_Tensor TF_Tensor;

TF_Status *TF_NewStatus(void);
void TF_DeleteStatus(TF_Status *status);
void TF_SetStatus(TF_Status *status, TF_Code code, const char *message);
TF_Code TF_GetCode(const TF_Status *status);
const char *TF_Message(const TF_Status *status);

void TF_DeleteTensor(TF_Tensor *tensor);
TF_DataType TF_TensorType(const TF_Tensor *tensor);
int TF_NumDims(const TF_Tensor *tensor);
int64_t TF_Dim(const TF_Tensor *tensor, int index);
int64_t TF_TensorElementCount(const TF_Tensor *tensor);
void *TF_TensorData(const TF_Tensor *tensor);

/* Definitions of ops */
typedef struct TF_OpDefinitionBuilder TF_OpDefinitionBuilder;
typedef struct TF_ShapeInferenceContext TF_ShapeInferenceContext;
typedef struct TF_ShapeHandle TF_ShapeHandle;
typedef void (*TF_ShapeFunction)(TF_ShapeInferenceContext *context, TF_Status *status);

TF_OpDefinitionBuilder *TF_NewOpDefinitionBuilder(const char *op_name);
void TF_OpDefinitionBuilderAddAttr(TF_OpDefinitionBuilder *builder, const char *spec);
void TF_OpDefinitionBuilderAddInput(TF_OpDefinitionBuilder *builder, const char *spec);
void TF_OpDefinitionBuilderAddOutput(TF_OpDefinitionBuilder *builder, const char *spec);
void TF_OpDefinitionBuilderSetIsStateful(TF_OpDefinitionBuilder *builder, bool stateful);
void TF_OpDefinitionBuilderSetShapeInferenceFunction(TF_OpDefinitionBuilder *builder, TF_ShapeFunction function);
void TF_RegisterOpDefinition(TF_OpDefinitionBuilder *builder, TF_Status *status); /* frees the builder */

TF_ShapeHandle *TF_NewShapeHandle(void);
void TF_DeleteShapeHandle(TF_ShapeHandle *handle);
void TF_ShapeInferenceContextGetInput(
    TF_ShapeInferenceContext *context, int index, TF_ShapeHandle *handle, TF_Status *status);
void TF_ShapeInferenceContextSetOutput(
    TF_ShapeInferenceContext *context, int index, TF_ShapeHandle *handle, TF_Status *status);
void TF_ShapeInferenceContextSetUnknownShape(TF_ShapeInferenceContext *context, TF_Status *status);
TF_ShapeHandle *TF_ShapeInferenceContextScalar(TF_ShapeInferenceContext *context);
void TF_ShapeInferenceContextWithRankAtLeast(
    TF_ShapeInferenceContext *context, TF_ShapeHandle *handle, int64_t rank, TF_ShapeHandle *result, TF_Status *status);
void TF_ShapeInferenceContextSubshape(
    TF_ShapeInferenceContext *context,
    TF_ShapeHandle *handle,
    int64_t start,
    int64_t end,
    TF_ShapeHandle *result,
    TF_Status *status);

/* Kernels */
typedef struct TF_KernelBuilder TF_KernelBuilder;
typedef struct TF_OpKernelConstruction TF_OpKernelConstruction;
typedef struct TF_OpKernelContext TF_OpKernelContext;

TF_KernelBuilder *TF_NewKernelBuilder(
    const char *op_name,
    const char *device_name,
    void *(*create)(TF_OpKernelConstruction *construction),
    void (*compute)(void *kernel, TF_OpKernelContext *context),
    void (*destroy)(void *kernel));
void TF_RegisterKernelBuilder(const char *name, TF_KernelBuilder *builder, TF_Status *status); /* owns the builder */

void TF_OpKernelConstruction_Failure(TF_OpKernelConstruction *construction, TF_Status *status);
void TF_OpKernelConstruction_GetAttrFloat(
    TF_OpKernelConstruction *construction, const char *name, float *value, TF_Status *status);
void TF_OpKernelConstruction_GetAttrFloatList(
    TF_OpKernelConstruction *construction, const char *name, float *values, int max_values, TF_Status *status);
void TF_OpKernelConstruction_GetAttrSize(
    TF_OpKernelConstruction *construction, const char *name, int32_t *list_size, int32_t *total_size, TF_Status *status);
void TF_OpKernelConstruction_GetAttrInt32(
    TF_OpKernelConstruction *construction, const char *name, int32_t *value, TF_Status *status);
void TF_OpKernelConstruction_GetAttrBool(
    TF_OpKernelConstruction *construction, const char *name, unsigned char *value, TF_Status *status);

int TF_NumInputs(TF_OpKernelContext *context);
void TF_GetInput(TF_OpKernelContext *context, int index, TF_Tensor **tensor, TF_Status *status);
TF_Tensor *TF_AllocateOutput(
    TF_OpKernelContext *context,
    int index,
    TF_DataType type,
    const int64_t *dims,
    int num_dims,
    size_t bytes,
    TF_Status *status);
TF_Tensor *TF_ForwardInputOrAllocateOutput(
    TF_OpKernelContext *context,
    const int *candidate_inputs,
    int num_candidates,
    int output_index,
    const int64_t *dims,
    int num_dims,
    int *forwarded_input,
    TF_Status *status);
void TF_OpKernelContext_Failure(TF_OpKernelContext *context, TF_Status *status);

/* Variables */
typedef struct TF_VariableInputLockHolder TF_VariableInputLockHolder;
typedef void (*TF_TensorCopy)(TF_OpKernelContext *context, TF_Tensor *source, TF_Tensor *destination);

void TF_MaybeLockVariableInputMutexesInOrder(
    TF_OpKernelContext *context,
    bool exclusive,
    bool sparse,
    const int *inputs,
    size_t num_inputs,
    TF_TensorCopy copy,
    TF_VariableInputLockHolder **holder,
    TF_Status *status);
void TF_ReleaseVariableInputLockHolder(TF_VariableInputLockHolder *holder);
void TF_GetInputTensorFromVariable(
    TF_OpKernelContext *context,
    int input,
    bool lock_held,
    bool variant,
    bool sparse,
    TF_TensorCopy copy,
    TF_Tensor **tensor,
    TF_Status *status);

#endif

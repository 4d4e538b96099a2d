/*
 * The arithmetic, free of TensorFlow. arithmetic.c is compiled once per level of the instruction set; each copy fills one
 * of these tables. Without contraction to fused multiply-adds and with a fixed order of summation all copies give the
 * same bits.
 */
#ifndef REGULUS_ARITHMETIC_H
#define REGULUS_ARITHMETIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What every update of a parameter shares. */
typedef struct {
    float l2x2;  /* 2 * l2: the penalty l2 * sum(w^2) adds l2x2 * w to the gradient */
    float decay; /* learning rate * coefficient: w -= decay * w before the update, after the penalty's gradient */
    bool has_l2;
    bool has_decay;
} regulus_shrinkage;

typedef struct {
    regulus_shrinkage shrinkage;
    float alpha;           /* learning rate * sqrt(1 - beta2^t) / (1 - beta1^t) */
    float one_minus_beta1;
    float one_minus_beta2;
    float epsilon;
} regulus_adam;

typedef struct {
    regulus_shrinkage shrinkage;
    float rate;
    float momentum;
    bool nesterov;
} regulus_momentum;

/* y = relu(x) * keep * scale; each of the two may be off. */
typedef struct {
    bool relu;
    const uint16_t *draws; /* one per value, null without dropout */
    int threshold;         /* kept where draw >= threshold */
    float scale;           /* 65536 / (65536 - threshold) */
} regulus_activation;

/* A batch norm over [rows, channels]. */
typedef struct {
    int64_t rows;
    int64_t channels;
    const float *x;
    const float *scale;
    const float *shift;
    float *mean;
    float *variance; /* of the forward pass only */
    float *inverse;  /* 1 / sqrt(variance + epsilon) */
    float epsilon;
    int threads; /* at most */
    regulus_activation activation;
} regulus_batch_norm;

/* Where a stream of random numbers starts: the key and the upper half of the counter of Philox 4x32-10. */
typedef struct {
    uint32_t key[2];
    uint32_t counter[2];
} regulus_stream;

typedef struct {
    void (*adam)(const regulus_adam *rule, int64_t n, float *w, float *m, float *v, const float *gradient);
    void (*descend)(const regulus_momentum *rule, int64_t n, float *w, const float *gradient);
    void (*momentum)(const regulus_momentum *rule, int64_t n, float *w, float *velocity, const float *gradient);
    double (*sum_of_squares)(int64_t n, const float *x);
    /* These return false where there is no memory. */
    bool (*batch_norm)(const regulus_batch_norm *norm, float *y);
    bool (*batch_norm_grad)(
        const regulus_batch_norm *norm, const float *dy, float *dx, float *dscale, float *dshift);
    /* error = p - t; gradient = (error + error) * share; returns the sum of the squares of the errors */
    double (*squared_error)(int64_t n, float share, const float *p, const float *t, float *gradient);
    void (*activate)(const regulus_activation *activation, int64_t n, const float *x, float *y);
    /* The 16-bit numbers from 4 * first_word of the stream on. */
    void (*draw)(const regulus_stream *stream, int64_t first_word, int64_t n, uint16_t *draws);
    void (*activate_grad)(float scale, int64_t n, const float *dy, const float *y, float *dx);
} regulus_arithmetic;

/* The stream of two 64-bit seeds, as TensorFlow's stateless random ops scramble them. */
regulus_stream regulus_seeded(int64_t seed0, int64_t seed1);

extern const regulus_arithmetic regulus_arithmetic_baseline;
extern const regulus_arithmetic regulus_arithmetic_avx2;
extern const regulus_arithmetic regulus_arithmetic_avx512;

#endif

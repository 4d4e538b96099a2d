/*
 * Plain loops over contiguous floats, which the compiler turns into vector code. Compiled once per level, with
 * REGULUS_ARITHMETIC naming the table. Everything but the table is static, lest the linker let a machine without AVX run
 * a function compiled for AVX.
 *
 * A comparison on which a loop branches is a parameter of an always-inlined body, so that each combination gets a loop of
 * its own without branches.
 */
#include "arithmetic.h"
#include "parallel.h"
#include "philox.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define INLINED static inline __attribute__((always_inline))

/* ---- Updates of parameters ---- */

INLINED float penalised(const regulus_shrinkage *s, bool l2, float gradient, float w) {
    return l2 ? gradient + s->l2x2 * w : gradient;
}

INLINED float decayed(const regulus_shrinkage *s, bool decay, float w) {
    return decay ? w - w * s->decay : w;
}

/* In the order of TensorFlow's ApplyAdam, to the bit. */
INLINED void adam_loop(
    const regulus_adam *rule,
    bool l2,
    bool decay,
    int64_t n,
    float *restrict w,
    float *restrict m,
    float *restrict v,
    const float *restrict gradient) {
    const regulus_adam r = *rule;
    for (int64_t i = 0; i < n; i++) {
        float g = penalised(&r.shrinkage, l2, gradient[i], w[i]);
        float first = m[i] + (g - m[i]) * r.one_minus_beta1;
        float second = v[i] + (g * g - v[i]) * r.one_minus_beta2;
        m[i] = first;
        v[i] = second;
        w[i] = decayed(&r.shrinkage, decay, w[i]) - (first * r.alpha) / (sqrtf(second) + r.epsilon);
    }
}

static void adam(const regulus_adam *rule, int64_t n, float *w, float *m, float *v, const float *gradient) {
    const regulus_shrinkage *s = &rule->shrinkage;
    if (s->has_l2 && s->has_decay) {
        adam_loop(rule, true, true, n, w, m, v, gradient);
    } else if (s->has_l2) {
        adam_loop(rule, true, false, n, w, m, v, gradient);
    } else if (s->has_decay) {
        adam_loop(rule, false, true, n, w, m, v, gradient);
    } else {
        adam_loop(rule, false, false, n, w, m, v, gradient);
    }
}

/* In the order of ApplyGradientDescent. */
INLINED void descend_loop(
    const regulus_momentum *rule, bool l2, bool decay, int64_t n, float *restrict w, const float *restrict gradient) {
    const regulus_momentum r = *rule;
    for (int64_t i = 0; i < n; i++) {
        float g = penalised(&r.shrinkage, l2, gradient[i], w[i]);
        w[i] = decayed(&r.shrinkage, decay, w[i]) - g * r.rate;
    }
}

static void descend(const regulus_momentum *rule, int64_t n, float *w, const float *gradient) {
    const regulus_shrinkage *s = &rule->shrinkage;
    if (s->has_l2 && s->has_decay) {
        descend_loop(rule, true, true, n, w, gradient);
    } else if (s->has_l2) {
        descend_loop(rule, true, false, n, w, gradient);
    } else if (s->has_decay) {
        descend_loop(rule, false, true, n, w, gradient);
    } else {
        descend_loop(rule, false, false, n, w, gradient);
    }
}

/* In the order of ApplyKerasMomentum. */
INLINED void momentum_loop(
    const regulus_momentum *rule,
    bool nesterov,
    bool l2,
    bool decay,
    int64_t n,
    float *restrict w,
    float *restrict velocity,
    const float *restrict gradient) {
    const regulus_momentum r = *rule;
    for (int64_t i = 0; i < n; i++) {
        float step = penalised(&r.shrinkage, l2, gradient[i], w[i]) * r.rate;
        float moved = velocity[i] * r.momentum - step;
        velocity[i] = moved;
        w[i] = decayed(&r.shrinkage, decay, w[i]) + (nesterov ? moved * r.momentum - step : moved);
    }
}

INLINED void momentum_cases(
    const regulus_momentum *rule, bool nesterov, int64_t n, float *w, float *velocity, const float *gradient) {
    const regulus_shrinkage *s = &rule->shrinkage;
    if (s->has_l2 && s->has_decay) {
        momentum_loop(rule, nesterov, true, true, n, w, velocity, gradient);
    } else if (s->has_l2) {
        momentum_loop(rule, nesterov, true, false, n, w, velocity, gradient);
    } else if (s->has_decay) {
        momentum_loop(rule, nesterov, false, true, n, w, velocity, gradient);
    } else {
        momentum_loop(rule, nesterov, false, false, n, w, velocity, gradient);
    }
}

static void momentum(const regulus_momentum *rule, int64_t n, float *w, float *velocity, const float *gradient) {
    if (rule->nesterov) {
        momentum_cases(rule, true, n, w, velocity, gradient);
    } else {
        momentum_cases(rule, false, n, w, velocity, gradient);
    }
}

/* ---- Sum of squares ---- */

enum { LANES = 64, LANE_BLOCK = 64 * LANES };

/*
 * In LANES float sums, added up in double after every block: a NaN or an infinity in x stays one, and besides that the
 * sum overflows only where a square or a block's share does.
 */
static double sum_of_squares(int64_t n, const float *x) {
    double total = 0;
    int64_t whole = n - n % LANES;
    for (int64_t start = 0; start < whole; start += LANE_BLOCK) {
        int64_t end = start + LANE_BLOCK < whole ? start + LANE_BLOCK : whole;
        float lanes[LANES] = {0};
        for (int64_t i = start; i < end; i += LANES) {
            for (int k = 0; k < LANES; k++) {
                lanes[k] += x[i + k] * x[i + k];
            }
        }
        for (int k = 0; k < LANES; k++) {
            total += (double)lanes[k];
        }
    }
    for (int64_t i = whole; i < n; i++) {
        total += (double)x[i] * (double)x[i];
    }
    return total;
}

/* ---- Activation ---- */

/* relu(x) * keep * scale. A NaN stays one, for a negative x is what ReLU cuts and not what is not positive. */
INLINED float activated(const regulus_activation *a, bool relu, bool dropout, float x, uint16_t draw) {
    float y = relu && x < 0.0f ? 0.0f : x;
    return dropout ? y * (draw >= a->threshold ? a->scale : 0.0f) : y;
}

/* The gradient that reaches the activation's input, of value x. */
INLINED float passed(const regulus_activation *a, bool relu, bool dropout, float dy, float x, uint16_t draw) {
    float dx = dropout ? dy * (draw >= a->threshold ? a->scale : 0.0f) : dy;
    return relu && !(x > 0.0f) ? 0.0f : dx;
}

INLINED void activate_loop(
    const regulus_activation *activation,
    bool relu,
    bool dropout,
    int64_t n,
    const float *x,
    float *y,
    const uint16_t *restrict draws) {
    const regulus_activation a = *activation;
    /* x and y may be the same array, never overlap otherwise. */
#pragma GCC ivdep
    for (int64_t i = 0; i < n; i++) {
        y[i] = activated(&a, relu, dropout, x[i], dropout ? draws[i] : 0);
    }
}

static void activate(const regulus_activation *a, int64_t n, const float *x, float *y) {
    if (a->relu && a->draws) {
        activate_loop(a, true, true, n, x, y, a->draws);
    } else if (a->relu) {
        activate_loop(a, true, false, n, x, y, NULL);
    } else if (a->draws) {
        activate_loop(a, false, true, n, x, y, a->draws);
    } else {
        activate_loop(a, false, false, n, x, y, NULL);
    }
}

/* Of ReLU with dropout: y > 0 exactly where x > 0 and x was kept, so that no draw is needed. */
static void activate_grad(float scale, int64_t n, const float *dy, const float *y, float *dx) {
#pragma GCC ivdep
    for (int64_t i = 0; i < n; i++) {
        dx[i] = y[i] > 0.0f ? dy[i] * scale : 0.0f;
    }
}

/* ---- Random numbers ---- */

enum { WORDS_PER_COUNTER = 2, DRAWS_PER_WORD = 4, TILE_DRAWS = PHILOX_LANES * WORDS_PER_COUNTER * DRAWS_PER_WORD };

/* The numbers of PHILOX_LANES counters from `first` on, in the stream's order. */
static void draw_tile(const regulus_stream *stream, uint64_t first, uint16_t *tile) {
    philox_block block;
    for (int k = 0; k < PHILOX_LANES; k++) {
        uint64_t counter = first + (uint64_t)k;
        block.word[0][k] = (uint32_t)counter;
        block.word[1][k] = (uint32_t)(counter >> 32);
        block.word[2][k] = stream->counter[0];
        block.word[3][k] = stream->counter[1];
    }
    philox(&block, stream->key);
    uint32_t ordered[4 * PHILOX_LANES];
    for (int k = 0; k < PHILOX_LANES; k++) {
        for (int i = 0; i < 4; i++) {
            ordered[4 * k + i] = block.word[i][k];
        }
    }
    memcpy(tile, ordered, sizeof ordered);
}

static void draw(const regulus_stream *stream, int64_t first_word, int64_t n, uint16_t *draws) {
    uint64_t counter = (uint64_t)first_word / WORDS_PER_COUNTER;
    int64_t skipped = first_word % WORDS_PER_COUNTER * DRAWS_PER_WORD;
    for (int64_t done = 0; done < n; counter += PHILOX_LANES) {
        if (skipped == 0 && n - done >= TILE_DRAWS) {
            draw_tile(stream, counter, draws + done);
            done += TILE_DRAWS;
            continue;
        }
        uint16_t tile[TILE_DRAWS];
        draw_tile(stream, counter, tile);
        int64_t count = n - done < TILE_DRAWS - skipped ? n - done : TILE_DRAWS - skipped;
        memcpy(draws + done, tile + skipped, (size_t)count * sizeof *draws);
        done += count;
        skipped = 0;
    }
}

/* ---- Batch norm ---- */

/*
 * Rows are taken in chunks, which threads share: sums run in float within a chunk, some rows at a time, and in double from
 * chunk to chunk, in order. One thread adds up each chunk's sums at once, several after a round of chunks.
 */
enum { CHUNK_FLOATS = 32 * 1024, CHUNK_MIN_ROWS = 8, CHUNK_MAX_ROWS = 512, ROUND = 64 };

static int64_t chunk_rows(int64_t channels) {
    int64_t rows = CHUNK_FLOATS / channels;
    rows = rows < CHUNK_MIN_ROWS ? CHUNK_MIN_ROWS : rows;
    return rows > CHUNK_MAX_ROWS ? CHUNK_MAX_ROWS : rows;
}

/* One pass of a batch norm over all chunks. What a pass does not know is null. */
typedef struct {
    const regulus_batch_norm *norm;
    int64_t most;   /* rows in a chunk, but for the last */
    int64_t first;  /* chunk of the round */
    const float *dy;
    float *out;     /* y or dx */
    float *centre;  /* one value per channel each */
    float *factor;
    float *offset;
    float *slope;
    float *partial; /* two sums per channel, for each chunk of the round */
} norm_pass;

typedef struct {
    int64_t start;
    int64_t rows;
} row_range;

static row_range range_of(const norm_pass *pass, int64_t chunk) {
    int64_t start = chunk * pass->most;
    int64_t left = pass->norm->rows - start;
    return (row_range){start, left < pass->most ? left : pass->most};
}

static int64_t round_chunks(const regulus_batch_norm *norm) {
    int64_t chunks = regulus_chunks(norm->rows, chunk_rows(norm->channels));
    int64_t most = norm->threads == 1 ? 1 : ROUND;
    return chunks < most ? chunks : most;
}

/* Runs the task, which writes the chunk's partial sums, on every chunk and adds them up. */
static void add_up(norm_pass *pass, regulus_task task, double *restrict first, double *restrict second) {
    int64_t channels = pass->norm->channels;
    int64_t chunks = regulus_chunks(pass->norm->rows, pass->most);
    int64_t round = round_chunks(pass->norm);
    for (pass->first = 0; pass->first < chunks; pass->first += round) {
        int64_t count = chunks - pass->first < round ? chunks - pass->first : round;
        regulus_parallel_for(pass->norm->threads, count, task, pass);
        for (int64_t i = 0; i < count; i++) {
            const float *restrict partial = pass->partial + 2 * i * channels;
            for (int64_t c = 0; c < channels; c++) {
                first[c] += (double)partial[c];
                second[c] += (double)partial[channels + c];
            }
        }
    }
}

/* How many rows the centre is taken from. */
enum { SAMPLE_ROWS = 16 };

/*
 * centre[c] = mean of x[r][c] over rows evenly spread over the batch: near enough to the batch's mean that sums of deviations
 * from it lose nothing, at a fraction of the cost of that mean.
 */
static void sample_means(int64_t rows, int64_t channels, const float *restrict x, float *restrict centre) {
    int64_t count = rows < SAMPLE_ROWS ? rows : SAMPLE_ROWS;
    int64_t stride = rows / count * channels;
    memset(centre, 0, (size_t)channels * sizeof *centre);
    for (int64_t r = 0; r < count; r++) {
        const float *row = x + r * stride;
        for (int64_t c = 0; c < channels; c++) {
            centre[c] += row[c];
        }
    }
    float share = 1.0f / (float)count;
    for (int64_t c = 0; c < channels; c++) {
        centre[c] *= share;
    }
}

/* sums[c] = sum of d, squares[c] = sum of d^2 over the rows, with d = x[r][c] - centre[c] */
static void column_deviations(
    int64_t rows,
    int64_t channels,
    const float *restrict x,
    const float *restrict centre,
    float *restrict sums,
    float *restrict squares) {
    memset(sums, 0, (size_t)channels * sizeof *sums);
    memset(squares, 0, (size_t)channels * sizeof *squares);
    int64_t r = 0;
    for (; r + 4 <= rows; r += 4) {
        const float *row = x + r * channels;
        for (int64_t c = 0; c < channels; c++) {
            float d0 = row[c] - centre[c];
            float d1 = row[channels + c] - centre[c];
            float d2 = row[2 * channels + c] - centre[c];
            float d3 = row[3 * channels + c] - centre[c];
            sums[c] += (d0 + d1) + (d2 + d3);
            squares[c] += (d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3);
        }
    }
    for (; r < rows; r++) {
        for (int64_t c = 0; c < channels; c++) {
            float d = x[r * channels + c] - centre[c];
            sums[c] += d;
            squares[c] += d * d;
        }
    }
}

static void deviations_task(void *context, int64_t chunk) {
    const norm_pass *pass = context;
    int64_t channels = pass->norm->channels;
    row_range range = range_of(pass, pass->first + chunk);
    float *partial = pass->partial + 2 * chunk * channels;
    column_deviations(
        range.rows, channels, pass->norm->x + range.start * channels, pass->centre, partial, partial + channels);
}

/* Memory of one call, zeroed: `floats` arrays of one value per channel, the sums of a round, and two arrays of doubles. */
static double *scratch(const regulus_batch_norm *norm, size_t floats) {
    size_t all = floats + 2 * (size_t)round_chunks(norm);
    return calloc((size_t)norm->channels, 2 * sizeof(double) + all * sizeof(float));
}

/*
 * Mean and sum of squared deviations of each channel, in one pass over x: with d the deviations from the centre,
 * mean = centre + sum(d) / rows and squares = sum(d^2) - sum(d)^2 / rows.
 */
static void statistics(norm_pass *pass, double *mean, double *squares) {
    const regulus_batch_norm *norm = pass->norm;
    sample_means(norm->rows, norm->channels, norm->x, pass->centre);
    add_up(pass, deviations_task, mean, squares);
    double rows = (double)norm->rows;
    for (int64_t c = 0; c < norm->channels; c++) {
        double off = mean[c] / rows;
        squares[c] -= mean[c] * off;
        mean[c] = (double)pass->centre[c] + off;
    }
}

INLINED void normalise_loop(
    const regulus_batch_norm *norm,
    bool relu,
    bool dropout,
    row_range range,
    const float *restrict factor,
    float *restrict y) {
    const regulus_activation a = norm->activation;
    const float *restrict mean = norm->mean;
    const float *restrict shift = norm->shift;
    const int64_t channels = norm->channels;
    for (int64_t r = range.start; r < range.start + range.rows; r++) {
        const float *restrict row = norm->x + r * channels;
        const uint16_t *restrict draws = dropout ? a.draws + r * channels : NULL;
        float *restrict out = y + r * channels;
        for (int64_t c = 0; c < channels; c++) {
            float z = (row[c] - mean[c]) * factor[c] + shift[c];
            out[c] = activated(&a, relu, dropout, z, dropout ? draws[c] : 0);
        }
    }
}

static void normalise_task(void *context, int64_t chunk) {
    const norm_pass *pass = context;
    const regulus_activation *a = &pass->norm->activation;
    row_range range = range_of(pass, chunk);
    if (a->relu && a->draws) {
        normalise_loop(pass->norm, true, true, range, pass->factor, pass->out);
    } else if (a->relu) {
        normalise_loop(pass->norm, true, false, range, pass->factor, pass->out);
    } else if (a->draws) {
        normalise_loop(pass->norm, false, true, range, pass->factor, pass->out);
    } else {
        normalise_loop(pass->norm, false, false, range, pass->factor, pass->out);
    }
}

static bool batch_norm(const regulus_batch_norm *norm, float *y) {
    int64_t channels = norm->channels;
    if (channels == 0) {
        return true;
    }
    double *mean = scratch(norm, 2);
    if (!mean) {
        return false;
    }
    double *squares = mean + channels;
    norm_pass pass = {.norm = norm, .most = chunk_rows(channels), .out = y};
    pass.centre = (float *)(squares + channels);
    pass.factor = pass.centre + channels;
    pass.partial = pass.factor + channels;
    if (norm->rows > 0) {
        statistics(&pass, mean, squares);
    }
    double rows = norm->rows > 0 ? (double)norm->rows : 1.0;
    for (int64_t c = 0; c < channels; c++) {
        /* not fmax: it would turn a NaN into 0 */
        double variance = squares[c] < 0 ? 0 : squares[c] / rows;
        norm->mean[c] = (float)mean[c];
        norm->variance[c] = (float)variance;
        norm->inverse[c] = (float)(1.0 / sqrt(variance + (double)norm->epsilon));
        pass.factor[c] = norm->inverse[c] * norm->scale[c];
    }
    regulus_parallel_for(norm->threads, regulus_chunks(norm->rows, pass.most), normalise_task, &pass);
    free(mean);
    return true;
}

/* The forward pass's value before the activation, by the same operations and so to the same bit. */
INLINED float passed_norm(
    const regulus_activation *a,
    bool relu,
    bool dropout,
    float dy,
    float centred,
    float factor,
    float shift,
    uint16_t draw) {
    float z = relu ? centred * factor + shift : 0.0f;
    return passed(a, relu, dropout, dy, z, draw);
}

/* ds[c] = sum of dz, dcs[c] = sum of dz * (x - mean), over a range of rows. */
INLINED void gradient_sums_loop(
    const regulus_batch_norm *norm,
    bool relu,
    bool dropout,
    row_range range,
    const float *restrict dy,
    const float *restrict factor,
    float *restrict ds,
    float *restrict dcs) {
    const regulus_activation a = norm->activation;
    const float *restrict mean = norm->mean;
    const float *restrict shift = norm->shift;
    const int64_t channels = norm->channels;
    memset(ds, 0, (size_t)channels * sizeof *ds);
    memset(dcs, 0, (size_t)channels * sizeof *dcs);
    int64_t r = range.start;
    int64_t end = range.start + range.rows;
    for (; r + 2 <= end; r += 2) {
        const float *restrict x = norm->x + r * channels;
        const float *restrict d = dy + r * channels;
        const uint16_t *restrict draws = dropout ? a.draws + r * channels : NULL;
        for (int64_t c = 0; c < channels; c++) {
            float x0 = x[c] - mean[c];
            float x1 = x[channels + c] - mean[c];
            float d0 = passed_norm(&a, relu, dropout, d[c], x0, factor[c], shift[c], dropout ? draws[c] : 0);
            float d1 = passed_norm(
                &a, relu, dropout, d[channels + c], x1, factor[c], shift[c], dropout ? draws[channels + c] : 0);
            ds[c] += d0 + d1;
            dcs[c] += d0 * x0 + d1 * x1;
        }
    }
    for (; r < end; r++) {
        for (int64_t c = 0; c < channels; c++) {
            int64_t i = r * channels + c;
            float centred = norm->x[i] - mean[c];
            float d = passed_norm(&a, relu, dropout, dy[i], centred, factor[c], shift[c], dropout ? a.draws[i] : 0);
            ds[c] += d;
            dcs[c] += d * centred;
        }
    }
}

/* dx = factor * (dz - offset - (x - mean) * slope); dx may be dy itself. */
INLINED void gradient_loop(
    const regulus_batch_norm *norm,
    bool relu,
    bool dropout,
    row_range range,
    const float *dy,
    const float *restrict factor,
    const float *restrict offset,
    const float *restrict slope,
    float *dx) {
    const regulus_activation a = norm->activation;
    const float *restrict mean = norm->mean;
    const float *restrict shift = norm->shift;
    const int64_t channels = norm->channels;
    for (int64_t r = range.start; r < range.start + range.rows; r++) {
        const float *restrict x = norm->x + r * channels;
        const uint16_t *restrict draws = dropout ? a.draws + r * channels : NULL;
        const float *d = dy + r * channels;
        float *out = dx + r * channels;
#pragma GCC ivdep
        for (int64_t c = 0; c < channels; c++) {
            float centred = x[c] - mean[c];
            float dz = passed_norm(&a, relu, dropout, d[c], centred, factor[c], shift[c], dropout ? draws[c] : 0);
            out[c] = factor[c] * (dz - (offset[c] + centred * slope[c]));
        }
    }
}

static void gradient_sums_task(void *context, int64_t chunk) {
    const norm_pass *pass = context;
    const regulus_activation *a = &pass->norm->activation;
    row_range range = range_of(pass, pass->first + chunk);
    float *ds = pass->partial + 2 * chunk * pass->norm->channels;
    float *dcs = ds + pass->norm->channels;
    if (a->relu && a->draws) {
        gradient_sums_loop(pass->norm, true, true, range, pass->dy, pass->factor, ds, dcs);
    } else if (a->relu) {
        gradient_sums_loop(pass->norm, true, false, range, pass->dy, pass->factor, ds, dcs);
    } else if (a->draws) {
        gradient_sums_loop(pass->norm, false, true, range, pass->dy, pass->factor, ds, dcs);
    } else {
        gradient_sums_loop(pass->norm, false, false, range, pass->dy, pass->factor, ds, dcs);
    }
}

static void gradient_task(void *context, int64_t chunk) {
    const norm_pass *p = context;
    const regulus_activation *a = &p->norm->activation;
    row_range range = range_of(p, chunk);
    if (a->relu && a->draws) {
        gradient_loop(p->norm, true, true, range, p->dy, p->factor, p->offset, p->slope, p->out);
    } else if (a->relu) {
        gradient_loop(p->norm, true, false, range, p->dy, p->factor, p->offset, p->slope, p->out);
    } else if (a->draws) {
        gradient_loop(p->norm, false, true, range, p->dy, p->factor, p->offset, p->slope, p->out);
    } else {
        gradient_loop(p->norm, false, false, range, p->dy, p->factor, p->offset, p->slope, p->out);
    }
}

static bool batch_norm_grad(
    const regulus_batch_norm *norm, const float *dy, float *dx, float *dscale, float *dshift) {
    int64_t channels = norm->channels;
    if (channels == 0) {
        return true;
    }
    double *ds = scratch(norm, 3);
    if (!ds) {
        return false;
    }
    double *dcs = ds + channels;
    norm_pass pass = {.norm = norm, .most = chunk_rows(channels), .dy = dy, .out = dx};
    pass.factor = (float *)(dcs + channels);
    pass.offset = pass.factor + channels;
    pass.slope = pass.offset + channels;
    pass.partial = pass.slope + channels;
    for (int64_t c = 0; c < channels; c++) {
        pass.factor[c] = norm->inverse[c] * norm->scale[c];
    }
    add_up(&pass, gradient_sums_task, ds, dcs);
    double rows = (double)norm->rows;
    for (int64_t c = 0; c < channels; c++) {
        double inverse = (double)norm->inverse[c];
        dshift[c] = (float)ds[c];
        dscale[c] = (float)(dcs[c] * inverse);
        pass.offset[c] = (float)(ds[c] / rows);
        pass.slope[c] = (float)(dcs[c] * inverse * inverse / rows);
    }
    regulus_parallel_for(norm->threads, regulus_chunks(norm->rows, pass.most), gradient_task, &pass);
    free(ds);
    return true;
}

/* ---- Losses ---- */

static double squared_error(
    int64_t n, float share, const float *restrict p, const float *restrict t, float *restrict gradient) {
    double lanes[8] = {0};
    int64_t whole = n - n % 8;
    for (int64_t i = 0; i < whole; i += 8) {
        for (int k = 0; k < 8; k++) {
            float error = p[i + k] - t[i + k];
            gradient[i + k] = (error + error) * share;
            lanes[k] += (double)error * (double)error;
        }
    }
    for (int64_t i = whole; i < n; i++) {
        float error = p[i] - t[i];
        gradient[i] = (error + error) * share;
        lanes[0] += (double)error * (double)error;
    }
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

const regulus_arithmetic REGULUS_ARITHMETIC = {
    .adam = adam,
    .descend = descend,
    .momentum = momentum,
    .sum_of_squares = sum_of_squares,
    .batch_norm = batch_norm,
    .batch_norm_grad = batch_norm_grad,
    .squared_error = squared_error,
    .activate = activate,
    .draw = draw,
    .activate_grad = activate_grad,
};

/* What the updates of parameters share. */
#ifndef REGULUS_UPDATE_H
#define REGULUS_UPDATE_H

#include "op.h"

regulus_shrinkage update_shrinkage(float l2, float decay, float rate);

/*
 * One of the rule's variables, of as many values as the parameter has. Never the parameter's own memory: were it the same
 * variable, TensorFlow would copy it first, since the parameter's tensor is held already.
 */
float *update_slot(call *c, int index, int64_t n, const char *name);

/* The values of one parameter; those that a rule does not know are null. */
typedef struct {
    const regulus_adam *adam; /* or null */
    const regulus_momentum *momentum;
    int64_t n;
    float *w;
    float *m;
    float *v;
    float *velocity;
    const float *gradient;
} update_job;

/* Updates all values, large parameters on several threads. */
void update_run(int threads, update_job *j);

#endif

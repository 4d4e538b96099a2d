/*
 * Philox 4x32-10 (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, 2011) on several counters side by side, which
 * the compiler turns into vector code.
 */
#ifndef REGULUS_PHILOX_H
#define REGULUS_PHILOX_H

#include <stdint.h>

enum { PHILOX_LANES = 32, PHILOX_ROUNDS = 10 };

/* One word of each lane's counter, and in the end of its result. */
typedef struct {
    uint32_t word[4][PHILOX_LANES];
} philox_block;

static inline void philox_round(philox_block *b, uint32_t key0, uint32_t key1) {
    for (int k = 0; k < PHILOX_LANES; k++) {
        uint64_t first = (uint64_t)b->word[0][k] * 0xD2511F53u;
        uint64_t second = (uint64_t)b->word[2][k] * 0xCD9E8D57u;
        b->word[0][k] = (uint32_t)(second >> 32) ^ b->word[1][k] ^ key0;
        b->word[1][k] = (uint32_t)second;
        b->word[2][k] = (uint32_t)(first >> 32) ^ b->word[3][k] ^ key1;
        b->word[3][k] = (uint32_t)first;
    }
}

static inline void philox(philox_block *b, const uint32_t key[2]) {
    uint32_t key0 = key[0];
    uint32_t key1 = key[1];
    for (int round = 0; round < PHILOX_ROUNDS; round++) {
        philox_round(b, key0, key1);
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
}

#endif

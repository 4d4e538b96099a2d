#define _GNU_SOURCE
#include "parallel.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <xmmintrin.h>

/* The version that every glibc for x86-64 has; the newest would ask for glibc 2.34. */
__asm__(".symver pthread_create, pthread_create@GLIBC_2.2.5");

enum { MAX_PROCESSORS = 64 };

/*
 * How long to look for news before going to sleep: about 10 us, what waking up costs. More would take a processor from
 * TensorFlow's own threads.
 */
enum { SPINS = 300 };

/* Lives on the stack of the thread that asks. */
typedef struct {
    regulus_task task;
    void *context;
    int64_t chunks;
    atomic_llong next;  /* chunk that nobody has taken */
    atomic_int helping; /* threads of the pool at work on it */
    int places;         /* for more of them */
    unsigned modes;     /* of the caller's arithmetic: TensorFlow's threads take denormal numbers for 0 */
} job;

/* Everything but the news is the lock's. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t offered;
    pthread_cond_t finished;
    job *current; /* null while the pool is free */
    atomic_uint news; /* changes with every job */
    int processors; /* 0 before they were counted */
    int threads;
    int asleep;
    bool forks_seen;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER, .offered = PTHREAD_COND_INITIALIZER, .finished = PTHREAD_COND_INITIALIZER};

static void work(job *j) {
    for (;;) {
        int64_t chunk = atomic_fetch_add_explicit(&j->next, 1, memory_order_relaxed);
        if (chunk >= j->chunks) {
            return;
        }
        j->task(j->context, chunk);
    }
}

/* Waits for another job than the last; with the lock, which it gives up meanwhile. */
static void await_news(unsigned seen) {
    pthread_mutex_unlock(&pool.lock);
    for (int i = 0; i < SPINS && atomic_load_explicit(&pool.news, memory_order_relaxed) == seen; i++) {
        __builtin_ia32_pause();
    }
    pthread_mutex_lock(&pool.lock);
    while (atomic_load_explicit(&pool.news, memory_order_relaxed) == seen) {
        pool.asleep++;
        pthread_cond_wait(&pool.offered, &pool.lock);
        pool.asleep--;
    }
}

static void *help(void *unused) {
    (void)unused;
    prctl(PR_SET_NAME, "regulus-kernels");
    pthread_mutex_lock(&pool.lock);
    for (;;) {
        unsigned seen = atomic_load_explicit(&pool.news, memory_order_relaxed);
        job *j = pool.current;
        if (j && j->places > 0) {
            j->places--;
            atomic_fetch_add_explicit(&j->helping, 1, memory_order_relaxed);
            pthread_mutex_unlock(&pool.lock);
            _mm_setcsr(j->modes);
            work(j);
            pthread_mutex_lock(&pool.lock);
            if (atomic_fetch_sub_explicit(&j->helping, 1, memory_order_release) == 1) {
                pthread_cond_broadcast(&pool.finished);
            }
        }
        await_news(seen);
    }
    return NULL;
}

/* A child of fork has none of the threads, and the lock in any state. */
static void forget_threads(void) {
    pthread_mutex_init(&pool.lock, NULL);
    pthread_cond_init(&pool.offered, NULL);
    pthread_cond_init(&pool.finished, NULL);
    pool.current = NULL;
    pool.threads = 0;
    pool.asleep = 0;
}

static int count_processors(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count > MAX_PROCESSORS ? MAX_PROCESSORS : count;
}

/* Takes no signals: they are for the threads of the program. */
static bool start_thread(void) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
        return false;
    }
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    sigprocmask(SIG_SETMASK, &all, &before); /* of this thread alone, on Linux */
    pthread_t thread;
    bool started = pthread_create(&thread, &attributes, help, NULL) == 0;
    sigprocmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

/* How many threads may help; makes those that are missing. With the lock. */
static int helpers(int threads) {
    if (pool.processors == 0) {
        pool.processors = count_processors();
    }
    int wanted = (threads > pool.processors ? pool.processors : threads) - 1;
    if (wanted > 0 && !pool.forks_seen) {
        pool.forks_seen = pthread_atfork(NULL, NULL, forget_threads) == 0;
    }
    while (pool.threads < wanted && start_thread()) {
        pool.threads++;
    }
    return wanted < pool.threads ? wanted : pool.threads;
}

/* Whether the pool takes the job. */
static bool offer(int threads, job *j) {
    bool taken = false;
    pthread_mutex_lock(&pool.lock);
    if (!pool.current) {
        int places = helpers(threads);
        j->places = j->chunks - 1 < places ? (int)(j->chunks - 1) : places;
        taken = j->places > 0;
    }
    if (taken) {
        pool.current = j;
        atomic_fetch_add_explicit(&pool.news, 1, memory_order_relaxed);
        for (int i = 0; i < j->places && i < pool.asleep; i++) {
            pthread_cond_signal(&pool.offered);
        }
    }
    pthread_mutex_unlock(&pool.lock);
    return taken;
}

/* Lets nobody else in and waits for those at work. */
static void withdraw(job *j) {
    pthread_mutex_lock(&pool.lock);
    j->places = 0;
    pthread_mutex_unlock(&pool.lock);
    for (int i = 0; i < SPINS && atomic_load_explicit(&j->helping, memory_order_acquire) > 0; i++) {
        __builtin_ia32_pause();
    }
    pthread_mutex_lock(&pool.lock);
    while (atomic_load_explicit(&j->helping, memory_order_acquire) > 0) {
        pthread_cond_wait(&pool.finished, &pool.lock);
    }
    pool.current = NULL;
    pthread_mutex_unlock(&pool.lock);
}

void regulus_parallel_for(int threads, int64_t chunks, regulus_task task, void *context) {
    job j = {.task = task, .context = context, .chunks = chunks, .modes = _mm_getcsr()};
    if (threads > 1 && chunks > 1 && offer(threads, &j)) {
        work(&j);
        withdraw(&j);
    } else {
        for (int64_t chunk = 0; chunk < chunks; chunk++) {
            task(context, chunk);
        }
    }
}

void regulus_set_processors(int processors) {
    pthread_mutex_lock(&pool.lock);
    pool.processors = processors > MAX_PROCESSORS ? MAX_PROCESSORS : processors;
    pthread_mutex_unlock(&pool.lock);
}

/* Eight threads work with one handle over SQLite, and two of them close it in the middle: nothing crashes, only documented statuses come, every
 * thread has its own last error, and what was acknowledged stands.
 *
 *     threads <folder>      a folder in which shop.db does not exist
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loyalty.h"

#define THREADS 8
#define ROUNDS 30
#define MARIA "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"admin\"]}}"
#define ADJUST "{\"op\":\"points.adjust\",\"args\":{\"customer\":\"c-42\",\"type\":\"points\",\"amount\":\"1\",\"reason\":\"goodwill\"}}"

struct worker {
    pthread_t thread;
    int number;
    int acknowledged;            /* points that an answer promised */
    int after_close;             /* calls that found the handle closed */
    int closed, found_closed;    /* what closing came to */
    int wrong;
};

static loyalty_handle shop;

static void expect(struct worker *worker, int holds, const char *what)
{
    if (!holds) {
        printf("thread %d: not so: %s\n", worker->number, what);
        worker->wrong++;
    }
}

/* Two mistakes, told apart by the thread's own last error: other threads make the other one. */
static void check_last_error(struct worker *worker)
{
    const char *mine = worker->number % 2 ? "'context' is null" : "'request' is null";
    char *answer = NULL, *error = NULL;
    int32_t status = worker->number % 2 ? loyalty_execute(shop, "{}", 2, NULL, 0, &answer) : loyalty_execute(shop, NULL, 0, "{}", 2, &answer);
    expect(worker, loyalty_last_error(&error) == LOYALTY_OK, "the last error is given");
    if (status == LOYALTY_NULL_ARGUMENT) {
        expect(worker, strstr(error, mine) != NULL, "the last error is this thread's");
    } else {
        expect(worker, status == LOYALTY_INVALID_HANDLE, "a call with null is refused");
    }
    loyalty_string_free(error);
}

static void work_once(struct worker *worker)
{
    char *answer = NULL;
    bool verdict = false;
    int32_t status = loyalty_execute(shop, ADJUST, strlen(ADJUST), MARIA, strlen(MARIA), &answer);
    expect(worker, status == LOYALTY_OK || status == LOYALTY_INVALID_HANDLE, "an adjustment succeeds or finds the handle closed");
    if (status == LOYALTY_OK) {
        /* Under so much contention an adjustment may give up; then nothing was done, and it says so. */
        worker->acknowledged += strncmp(answer, "{\"ok\":", 6) == 0;
        expect(worker, strncmp(answer, "{\"ok\":", 6) == 0 || strstr(answer, "\"busy\"") || strstr(answer, "\"version_conflict\""), answer);
        expect(worker, !worker->after_close, "a closed handle stays closed");
        loyalty_string_free(answer);
    } else {
        worker->after_close++;
    }
    status = loyalty_may_earn(shop, "c-42", 4, &verdict);
    expect(worker, status == LOYALTY_INVALID_HANDLE || (status == LOYALTY_OK && verdict), "a question is answered or finds the handle closed");
}

static void *work(void *given)
{
    struct worker *worker = given;
    int round;
    for (round = 0; round < ROUNDS; round++) {
        if (worker->number < 2 && round == ROUNDS / 2) {
            int32_t status = loyalty_close(shop);
            worker->closed = status == LOYALTY_OK;
            worker->found_closed = status == LOYALTY_INVALID_HANDLE;
        }
        work_once(worker);
        check_last_error(worker);
    }
    return NULL;
}

static int ask(const char *request, const char *part)
{
    char *answer = NULL;
    int holds = loyalty_execute(shop, request, strlen(request), MARIA, strlen(MARIA), &answer) == LOYALTY_OK && strstr(answer, part);
    if (!holds) {
        printf("%s\n  expected %s\n  answered %s\n", request, part, answer ? answer : "nothing");
    }
    loyalty_string_free(answer);
    return !holds;
}

int main(int count, char **words)
{
    struct worker workers[THREADS];
    char config[4096], balance[64];
    int wrong = 0, points = 0, closed = 0, found_closed = 0, after_close = 0, index;
    snprintf(config, sizeof config, "sqlite:%s/shop.db", count > 1 ? words[1] : ".");
    if (loyalty_open(config, strlen(config), &shop) != LOYALTY_OK) {
        printf("%s was not opened\n", config);
        return EXIT_FAILURE;
    }
    wrong += ask("{\"op\":\"customer.create\",\"args\":{\"id\":\"c-42\"}}", "{\"ok\":");
    wrong += ask("{\"op\":\"membership.enroll\",\"args\":{\"customer\":\"c-42\"}}", "{\"ok\":");
    memset(workers, 0, sizeof workers);
    for (index = 0; index < THREADS; index++) {
        workers[index].number = index;
        pthread_create(&workers[index].thread, NULL, work, &workers[index]);
    }
    for (index = 0; index < THREADS; index++) {
        struct worker *worker = &workers[index];
        pthread_join(worker->thread, NULL);
        wrong += worker->wrong;
        points += worker->acknowledged;
        closed += worker->closed;
        found_closed += worker->found_closed;
        after_close += worker->after_close;
    }
    if (closed != 1 || found_closed != 1 || after_close == 0) {
        printf("%d threads closed the handle, %d found it closed, %d calls came after that\n", closed, found_closed, after_close);
        wrong++;
    }
    if (loyalty_open(config, strlen(config), &shop) != LOYALTY_OK) {
        printf("%s was not opened again\n", config);
        return EXIT_FAILURE;
    }
    snprintf(balance, sizeof balance, "\"active\":\"%d\"", points);
    wrong += ask("{\"op\":\"points.balance\",\"args\":{\"customer\":\"c-42\"}}", balance);
    wrong += ask("{\"op\":\"journal.verify\",\"args\":{\"customer\":\"c-42\"}}", "\"sound\":true");
    loyalty_close(shop);
    printf("threads: %d points acknowledged, %d calls after the close, %d wrong\n", points, after_close, wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}

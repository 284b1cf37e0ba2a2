/* Every exported function with every wrong argument: one row for each, with the exact status. Outputs stay untouched unless the status is
 * LOYALTY_OK. With the word `rows` it prints the rows that ran: `cargo xtask test c` reads the functions from include/loyalty.h and fails when one
 * of them lacks a row for one of its arguments. Which mistakes an argument must be tried with is said in xtask/src/test/c/classes.rs.
 *
 * A row: CASE(function, argument, what is wrong with it, expected, the arguments of the call).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loyalty.h"

#define TEXT(text) (text), (sizeof(text) - 1)
#define MARIA "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"admin\"]}}"
#define GET "{\"op\":\"customer.get\",\"args\":{\"customer\":\"c-42\"}}"
#define CREATE "{\"op\":\"customer.create\",\"args\":{\"id\":\"c-42\"}}"
/* A preview, so that the same is due in every row. */
#define SWEEP "{\"op\":\"maintenance.run\",\"args\":{},\"preview\":true}"
/* Long ago, with points that became active since: the sweep has something to do. */
#define LONG_AGO                                                                                            \
    "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"admin\"]},\"at\":\"2020-01-01T10:00:00Z\"," \
    "\"entropy\":\"sixteen bytes or more\"}"
static const char *const beginning[] = {
    "{\"op\":\"program.set\",\"args\":{\"program\":{\"point_types\":[{\"id\":\"points\",\"activation_days\":2}]}}}",
    CREATE,
    "{\"op\":\"membership.enroll\",\"args\":{\"customer\":\"c-42\"}}",
    "{\"op\":\"points.earn\",\"args\":{\"customer\":\"c-42\",\"type\":\"points\",\"amount\":\"5\"}}",
};
#define CALLS "[{\"request\":" GET ",\"context\":" MARIA "}]"
#define BAD_UTF8 "c-42\xff"
#define ZERO_INSIDE "c-\0" "42"
/* One more than any text may have. */
#define OVER (((size_t)1 << 30) + 1)

/* The outputs of all rows; before each they hold what nothing may change. */
static char untouched[] = "untouched";
static char *answer;
static bool verdict;
static loyalty_handle opened;
static const loyalty_handle NEVER = UINT64_C(0xfffffffffffffffe);

static loyalty_handle shop, shut, hosted;
static struct loyalty_repository host;
static int rows, wrong;
static bool lists_rows;

static void prepare(void)
{
    answer = untouched;
    memset(&verdict, 0x5a, sizeof verdict);
    opened = NEVER;
}

static int was_written(void)
{
    unsigned char byte = 0x5a;
    return answer != untouched || memcmp(&verdict, &byte, 1) != 0 || opened != NEVER;
}

/* Gives back what a row got. */
static void tidy_up(void)
{
    if (answer != untouched) {
        loyalty_string_free(answer);
    }
    if (opened != NEVER) {
        loyalty_close(opened);
    }
    prepare();
}

static void complain(const char *function, const char *argument, const char *what, const char *expected, const char *found)
{
    printf("%s, %s %s: expected %s, found %s\n", function, argument, what, expected, found);
    wrong++;
}

static void count(const char *function, const char *argument, const char *what)
{
    rows++;
    if (lists_rows) {
        printf("row %s %s %s\n", function, argument, what);
    }
}

static void judge(const char *function, const char *argument, const char *what, int32_t expected, int32_t status)
{
    count(function, argument, what);
    if (status != expected) {
        complain(function, argument, what, loyalty_status_name(expected), loyalty_status_name(status));
    } else if (status != LOYALTY_OK && was_written()) {
        complain(function, argument, what, "outputs untouched", "them written");
    } else if (status != LOYALTY_OK) {
        char *error = NULL;
        if (loyalty_last_error(&error) != LOYALTY_OK || strncmp(error, "{\"error\":{\"code\":\"", 18) != 0) {
            complain(function, argument, what, "the last error", error ? error : "nothing");
        }
        loyalty_string_free(error);
    }
    tidy_up();
}

/* The call succeeds, and the answer says what was wrong. */
static void judge_answer(const char *function, const char *argument, const char *what, const char *part, int32_t status)
{
    if (status == LOYALTY_OK && !strstr(answer, part)) {
        complain(function, argument, what, part, answer);
    }
    judge(function, argument, what, LOYALTY_OK, status);
}

static void judge_verdict(const char *function, const char *argument, const char *what, bool expected, int32_t status)
{
    if (status == LOYALTY_OK && verdict != expected) {
        complain(function, argument, what, expected ? "yes" : "no", expected ? "no" : "yes");
    }
    judge(function, argument, what, LOYALTY_OK, status);
}

static void judge_text(const char *function, const char *argument, const char *what, const char *expected, const char *found)
{
    count(function, argument, what);
    if (strcmp(expected, found) != 0) {
        complain(function, argument, what, expected, found);
    }
}

#define CASE(function, argument, what, expected, ...) \
    (prepare(), judge(#function, #argument, #what, LOYALTY_##expected, function(__VA_ARGS__)))
#define ANSWER(function, argument, what, part, ...) (prepare(), judge_answer(#function, #argument, #what, part, function(__VA_ARGS__)))
#define VERDICT(function, argument, what, expected, ...) \
    (prepare(), judge_verdict(#function, #argument, #what, expected, function(__VA_ARGS__)))
#define SAYS(function, argument, what, expected, call) judge_text(#function, #argument, #what, expected, call)

/* A host: an empty storage that takes everything, unless a row wants it otherwise. */
static struct {
    int32_t read, commit;                     /* what the callbacks return */
    const char *read_reply, *commit_reply;    /* null: a proper one */
    const char *reenters;                     /* the callback that calls back */
    int closed;                               /* how often it was closed */
} plays;

static void from_inside(const char *callback, struct loyalty_reply *reply);

/* `[item,item,…]`, as many as `mark` stands in the request. */
static void reply_list(struct loyalty_reply *reply, const char *request, size_t length, const char *const marks[2], const char *item)
{
    char *text = malloc(length + 8), *end = text;
    size_t at, mark;
    if (!text) {
        return;
    }
    *end++ = '[';
    for (at = 0; at < length; at++) {
        for (mark = 0; mark < 2; mark++) {
            size_t size = strlen(marks[mark]);
            if (length - at >= size && memcmp(request + at, marks[mark], size) == 0) {
                end += sprintf(end, "%s%s", end == text + 1 ? "" : ",", item);
            }
        }
    }
    *end++ = ']';
    loyalty_reply_set(reply, text, (size_t)(end - text));
    free(text);
}

static int32_t host_read(void *user, const char *request, size_t length, struct loyalty_reply *reply)
{
    static const char *const marks[2] = {"{\"get\":", "{\"scan\":"};
    (void)user;
    from_inside("read", reply);
    if (!plays.read_reply) {
        reply_list(reply, request, length, marks, "[]");
    } else if (*plays.read_reply) {
        loyalty_reply_set(reply, plays.read_reply, strlen(plays.read_reply));
    }
    return plays.read;
}

static int32_t host_commit(void *user, const char *request, size_t length, struct loyalty_reply *reply)
{
    static const char *const marks[2] = {"\"roots\":", "\"no such mark\":"};
    (void)user;
    from_inside("commit", reply);
    if (!plays.commit_reply) {
        reply_list(reply, request, length, marks, "\"ok\"");
    } else if (*plays.commit_reply) {
        loyalty_reply_set(reply, plays.commit_reply, strlen(plays.commit_reply));
    }
    return plays.commit;
}

static void host_closed(void *user)
{
    (void)user;
    plays.closed++;
}

/* Asks the host for a customer's creation while it plays what the row says. */
static int32_t play(int32_t read, const char *read_reply, int32_t commit, const char *commit_reply)
{
    int32_t status;
    plays.read = read;
    plays.read_reply = read_reply;
    plays.commit = commit;
    plays.commit_reply = commit_reply;
    status = loyalty_execute(hosted, TEXT(CREATE), TEXT(MARIA), &answer);
    plays.read = plays.commit = 0;
    plays.read_reply = plays.commit_reply = NULL;
    return status;
}

static int32_t play_back(const char *callback)
{
    int32_t status;
    plays.reenters = callback;
    status = play(0, NULL, 0, NULL);
    return plays.reenters ? LOYALTY_PANICKED : status;
}

#define HOST(function, argument, what, part, ...) (prepare(), judge_answer(#function, #argument, #what, part, play(__VA_ARGS__)))
#define BACK(function, argument, what, part, callback) \
    (prepare(), judge_answer(#function, #argument, #what, part, play_back(callback)))

/* Calls back with a handle whose callback is running. */
static int32_t count_back(void *user, uint64_t done, uint64_t total, uint64_t refused);
static int32_t stop_at_once(void *user, uint64_t done, uint64_t total, uint64_t refused);
static int32_t stop_oddly(void *user, uint64_t done, uint64_t total, uint64_t refused);
static int32_t go_on(void *user, uint64_t done, uint64_t total, uint64_t refused);

#include "arguments_rows.h"

/* In a callback: the same handle is refused, and the reply is filled in. The outer row's outputs are not used yet. */
static void from_inside(const char *callback, struct loyalty_reply *reply)
{
    if (plays.reenters && strcmp(plays.reenters, callback) == 0) {
        plays.reenters = NULL;
        rows_inside(hosted);
        rows_of_replies(reply);
    }
}

static int progress_calls;

static int32_t go_on(void *user, uint64_t done, uint64_t total, uint64_t refused)
{
    (void)user;
    progress_calls += done <= total && refused <= done;
    return 0;
}

static int32_t stop_at_once(void *user, uint64_t done, uint64_t total, uint64_t refused)
{
    return go_on(user, done, total, refused) + 1;
}

static int32_t stop_oddly(void *user, uint64_t done, uint64_t total, uint64_t refused)
{
    return go_on(user, done, total, refused) - 12345;
}

static int32_t count_back(void *user, uint64_t done, uint64_t total, uint64_t refused)
{
    rows_inside(shop);
    return go_on(user, done, total, refused);
}

static int32_t make_none(void *user, struct loyalty_repository *repository)
{
    (void)user;
    (void)repository;
    return 1;
}

static int32_t make_oddly(void *user, struct loyalty_repository *repository)
{
    *repository = host;
    return *(int32_t *)user;
}

static int32_t make_half(void *user, struct loyalty_repository *repository)
{
    (void)user;
    *repository = host;
    repository->commit = NULL;
    return 0;
}

/* Every failed opening gives the repository back, unless an argument was null. */
static void check_closed(int expected)
{
    char found[32];
    sprintf(found, "%d", plays.closed);
    if (plays.closed != expected) {
        complain("loyalty_open_over", "repository", "closed", "one call for each taken over", found);
    }
    plays.closed = 0;
}

static void open_stores(void)
{
    size_t index;
    host.read = host_read;
    host.commit = host_commit;
    host.closed = host_closed;
    prepare();
    if (loyalty_open(TEXT("memory:"), &shop) || loyalty_open(TEXT("memory:"), &shut) || loyalty_close(shut)
        || loyalty_open_over(&host, TEXT("{}"), &hosted)) {
        printf("the stores cannot be opened\n");
        exit(EXIT_FAILURE);
    }
    for (index = 0; index < sizeof beginning / sizeof *beginning; index++) {
        ANSWER(loyalty_execute, request, fine, "{\"ok\":", shop, beginning[index], strlen(beginning[index]), TEXT(LONG_AGO), &answer);
    }
}

int main(int words, char **word)
{
    lists_rows = words > 1 && strcmp(word[1], "rows") == 0;
    open_stores();
    rows_of_opening();
    check_closed(5);
    rows_of_executing();
    rows_of_batches();
    rows_of_watching();
    rows_of_questions();
    rows_of_statuses();
    rows_of_hosts();
    rows_of_checks(make_none, make_oddly, make_half);
    plays.closed = 0;
    rows_of_closing();
    if (loyalty_close(shop) != LOYALTY_OK || loyalty_close(hosted) != LOYALTY_OK) {
        complain("loyalty_close", "handle", "open", "LOYALTY_OK", "a refusal");
    }
    check_closed(1);
    if (progress_calls < 4) {
        complain("loyalty_execute_watched", "progress", "called", "at least four calls", "fewer");
    }
    printf("arguments: %d rows, %d wrong\n", rows, wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* The rows of arguments.c, function by function in the order of the header. */

static void rows_of_opening(void)
{
    struct loyalty_repository no_read = host, no_commit = host, no_closed = host;
    no_read.read = NULL;
    no_commit.commit = NULL;
    no_closed.closed = NULL;
    CASE(loyalty_open, config, null, NULL_ARGUMENT, NULL, 7, &opened);
    CASE(loyalty_open, config, invalid_utf8, INVALID_UTF8, TEXT("memory:\xff"), &opened);
    CASE(loyalty_open, config, empty, REFUSED, TEXT(""), &opened);
    CASE(loyalty_open, config, zero_inside, REFUSED, TEXT("memory:\0"), &opened);
    CASE(loyalty_open, config, too_large, TOO_LARGE, "memory:", OVER, &opened);
    CASE(loyalty_open, config, too_large, TOO_LARGE, "memory:", SIZE_MAX, &opened);
    CASE(loyalty_open, config, shorter, REFUSED, "memory:", 6, &opened);
    CASE(loyalty_open, config, no_such_folder, REFUSED, TEXT("sqlite:no/such/folder/shop.db"), &opened);
    CASE(loyalty_open, handle, null, NULL_ARGUMENT, TEXT("memory:"), NULL);
    CASE(loyalty_open_over, repository, null, NULL_ARGUMENT, NULL, TEXT("{}"), &opened);
    CASE(loyalty_open_over, repository, null_read, NULL_ARGUMENT, &no_read, TEXT("{}"), &opened);
    CASE(loyalty_open_over, repository, null_commit, NULL_ARGUMENT, &no_commit, TEXT("{}"), &opened);
    CASE(loyalty_open_over, repository, null_closed, OK, &no_closed, TEXT("{}"), &opened);
    CASE(loyalty_open_over, config, null, NULL_ARGUMENT, &host, NULL, 2, &opened);
    CASE(loyalty_open_over, handle, null, NULL_ARGUMENT, &host, TEXT("{}"), NULL);
    /* From here on `closed` is called: main expects as many calls as rows. */
    CASE(loyalty_open_over, config, invalid_utf8, INVALID_UTF8, &host, TEXT("{}\xff"), &opened);
    CASE(loyalty_open_over, config, zero_inside, REFUSED, &host, TEXT("{\0}"), &opened);
    CASE(loyalty_open_over, config, too_large, TOO_LARGE, &host, "{}", OVER, &opened);
    CASE(loyalty_open_over, config, shorter, REFUSED, &host, "{}", 1, &opened);
    CASE(loyalty_open_over, config, empty, REFUSED, &host, TEXT(""), &opened);
}

static void rows_of_closing(void)
{
    CASE(loyalty_close, handle, closed, INVALID_HANDLE, shut);
    CASE(loyalty_close, handle, never, INVALID_HANDLE, NEVER);
    CASE(loyalty_close, handle, zero, INVALID_HANDLE, 0);
}

static void rows_of_executing(void)
{
    CASE(loyalty_execute, handle, closed, INVALID_HANDLE, shut, TEXT(GET), TEXT(MARIA), &answer);
    CASE(loyalty_execute, handle, never, INVALID_HANDLE, NEVER, TEXT(GET), TEXT(MARIA), &answer);
    CASE(loyalty_execute, handle, zero, INVALID_HANDLE, 0, TEXT(GET), TEXT(MARIA), &answer);
    CASE(loyalty_execute, request, null, NULL_ARGUMENT, shop, NULL, 4, TEXT(MARIA), &answer);
    CASE(loyalty_execute, request, invalid_utf8, INVALID_UTF8, shop, TEXT(BAD_UTF8), TEXT(MARIA), &answer);
    ANSWER(loyalty_execute, request, empty, "\"invalid_request\"", shop, TEXT(""), TEXT(MARIA), &answer);
    ANSWER(loyalty_execute, request, zero_inside, "\"invalid_request\"", shop, TEXT(ZERO_INSIDE), TEXT(MARIA), &answer);
    CASE(loyalty_execute, request, too_large, TOO_LARGE, shop, GET, OVER, TEXT(MARIA), &answer);
    ANSWER(loyalty_execute, request, shorter, "\"invalid_request\"", shop, GET, 20, TEXT(MARIA), &answer);
    CASE(loyalty_execute, context, null, NULL_ARGUMENT, shop, TEXT(GET), NULL, 4, &answer);
    CASE(loyalty_execute, context, invalid_utf8, INVALID_UTF8, shop, TEXT(GET), TEXT(BAD_UTF8), &answer);
    ANSWER(loyalty_execute, context, empty, "\"invalid_request\"", shop, TEXT(GET), TEXT(""), &answer);
    ANSWER(loyalty_execute, context, zero_inside, "\"invalid_request\"", shop, TEXT(GET), TEXT(ZERO_INSIDE), &answer);
    CASE(loyalty_execute, context, too_large, TOO_LARGE, shop, TEXT(GET), MARIA, OVER, &answer);
    ANSWER(loyalty_execute, context, shorter, "\"invalid_request\"", shop, TEXT(GET), MARIA, 20, &answer);
    CASE(loyalty_execute, answer, null, NULL_ARGUMENT, shop, TEXT(GET), TEXT(MARIA), NULL);
}

static void rows_of_batches(void)
{
    CASE(loyalty_execute_batch, handle, closed, INVALID_HANDLE, shut, TEXT(CALLS), &answer);
    CASE(loyalty_execute_batch, handle, never, INVALID_HANDLE, NEVER, TEXT(CALLS), &answer);
    CASE(loyalty_execute_batch, handle, zero, INVALID_HANDLE, 0, TEXT(CALLS), &answer);
    CASE(loyalty_execute_batch, calls, null, NULL_ARGUMENT, shop, NULL, 4, &answer);
    CASE(loyalty_execute_batch, calls, invalid_utf8, INVALID_UTF8, shop, TEXT(BAD_UTF8), &answer);
    CASE(loyalty_execute_batch, calls, empty, REFUSED, shop, TEXT(""), &answer);
    CASE(loyalty_execute_batch, calls, zero_inside, REFUSED, shop, TEXT("[\0]"), &answer);
    CASE(loyalty_execute_batch, calls, too_large, TOO_LARGE, shop, CALLS, OVER, &answer);
    CASE(loyalty_execute_batch, calls, shorter, REFUSED, shop, CALLS, 20, &answer);
    ANSWER(loyalty_execute_batch, calls, none, "[]", shop, TEXT("[]"), &answer);
    CASE(loyalty_execute_batch, answers, null, NULL_ARGUMENT, shop, TEXT(CALLS), NULL);
}

static void rows_of_watching(void)
{
    CASE(loyalty_execute_watched, handle, closed, INVALID_HANDLE, shut, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, handle, never, INVALID_HANDLE, NEVER, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, handle, zero, INVALID_HANDLE, 0, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, request, null, NULL_ARGUMENT, shop, NULL, 4, TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, request, invalid_utf8, INVALID_UTF8, shop, TEXT(BAD_UTF8), TEXT(MARIA), go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, request, empty, "\"invalid_request\"", shop, TEXT(""), TEXT(MARIA), go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, request, zero_inside, "\"invalid_request\"", shop, TEXT(ZERO_INSIDE), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, request, too_large, TOO_LARGE, shop, SWEEP, OVER, TEXT(MARIA), go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, request, shorter, "\"invalid_request\"", shop, SWEEP, 9, TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, context, null, NULL_ARGUMENT, shop, TEXT(SWEEP), NULL, 4, go_on, NULL, &answer);
    CASE(loyalty_execute_watched, context, invalid_utf8, INVALID_UTF8, shop, TEXT(SWEEP), TEXT(BAD_UTF8), go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, context, empty, "\"invalid_request\"", shop, TEXT(SWEEP), TEXT(""), go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, context, zero_inside, "\"invalid_request\"", shop, TEXT(SWEEP), TEXT(ZERO_INSIDE), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, context, too_large, TOO_LARGE, shop, TEXT(SWEEP), MARIA, OVER, go_on, NULL, &answer);
    ANSWER(loyalty_execute_watched, context, shorter, "\"invalid_request\"", shop, TEXT(SWEEP), MARIA, 20, go_on, NULL, &answer);
    CASE(loyalty_execute_watched, progress, null, NULL_ARGUMENT, shop, TEXT(SWEEP), TEXT(MARIA), NULL, NULL, &answer);
    ANSWER(loyalty_execute_watched, progress, fails, "{\"ok\":", shop, TEXT(SWEEP), TEXT(MARIA), stop_at_once, NULL, &answer);
    ANSWER(loyalty_execute_watched, progress, wrong_number, "{\"ok\":", shop, TEXT(SWEEP), TEXT(MARIA), stop_oddly, NULL, &answer);
    ANSWER(loyalty_execute_watched, progress, reenters, "{\"ok\":", shop, TEXT(SWEEP), TEXT(MARIA), count_back, NULL, &answer);
    ANSWER(loyalty_execute_watched, user, null, "{\"ok\":", shop, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_execute_watched, answer, null, NULL_ARGUMENT, shop, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, NULL);
}

/* The three questions take the same arguments, and differ in what they say of an unknown text. */
#define QUESTION(function, subject, known, unknown_is)                                       \
    CASE(function, handle, closed, INVALID_HANDLE, shut, TEXT(known), &verdict);             \
    CASE(function, handle, never, INVALID_HANDLE, NEVER, TEXT(known), &verdict);             \
    CASE(function, handle, zero, INVALID_HANDLE, 0, TEXT(known), &verdict);                  \
    CASE(function, subject, null, NULL_ARGUMENT, shop, NULL, 4, &verdict);                   \
    CASE(function, subject, invalid_utf8, INVALID_UTF8, shop, TEXT(BAD_UTF8), &verdict);     \
    CASE(function, subject, empty, REFUSED, shop, TEXT(""), &verdict);                       \
    CASE(function, subject, zero_inside, REFUSED, shop, TEXT(ZERO_INSIDE), &verdict);        \
    CASE(function, subject, too_large, TOO_LARGE, shop, known, OVER, &verdict);              \
    VERDICT(function, subject, shorter, unknown_is, shop, known, sizeof(known) - 2, &verdict); \
    CASE(function, answer, null, NULL_ARGUMENT, shop, TEXT(known), NULL)

static void rows_of_questions(void)
{
    QUESTION(loyalty_may_purchase, email, "ada@example.com", true);
    QUESTION(loyalty_may_sign_in, customer, "c-42", false);
    QUESTION(loyalty_may_earn, customer, "c-42", false);
}

static void rows_of_statuses(void)
{
    CASE(loyalty_last_error, error, null, NULL_ARGUMENT, NULL);
    SAYS(loyalty_status_name, status, unknown, "LOYALTY_UNKNOWN", loyalty_status_name(9));
    SAYS(loyalty_status_name, status, unknown, "LOYALTY_UNKNOWN", loyalty_status_name(-1));
    SAYS(loyalty_status_name, status, unknown, "LOYALTY_UNKNOWN", loyalty_status_name(INT32_MIN));
    SAYS(loyalty_version, nothing, called, "0.", strchr(loyalty_version(), '.') ? "0." : loyalty_version());
    SAYS(loyalty_abi_version, nothing, called, "at least", loyalty_abi_version() >= LOYALTY_ABI ? "at least" : "less");
    SAYS(loyalty_string_free, text, null, "fine", (loyalty_string_free(NULL), "fine"));
    CASE(loyalty_tables, tables, null, NULL_ARGUMENT, NULL);
    CASE(loyalty_check_tables, tables, null, NULL_ARGUMENT, NULL);
    ANSWER(loyalty_tables, tables, given, "\"columns\"", &answer);
    ANSWER(loyalty_check_tables, tables, given, "\"columns\"", &answer);
}

/* What the host plays, and what becomes of it: read and its reply, commit and its reply. */
static void rows_of_hosts(void)
{
    HOST(loyalty_open_over, repository, plays_well, "{\"ok\":", 0, NULL, 0, NULL);
    BACK(loyalty_open_over, repository, read_reenters, "{\"ok\":", "read");
    BACK(loyalty_open_over, repository, commit_reenters, "{\"ok\":", "commit");
    HOST(loyalty_open_over, repository, read_fails, "\"storage_failed\"", 1, NULL, 0, NULL);
    HOST(loyalty_open_over, repository, read_busy, "\"busy\"", 2, NULL, 0, NULL);
    HOST(loyalty_open_over, repository, read_wrong_number, "\"storage_failed\"", 99, NULL, 0, NULL);
    HOST(loyalty_open_over, repository, read_silent, "\"storage_failed\"", 0, "", 0, NULL);
    HOST(loyalty_open_over, repository, read_nonsense, "\"storage_failed\"", 0, "nonsense", 0, NULL);
    HOST(loyalty_open_over, repository, read_too_little, "\"storage_failed\"", 0, "[]", 0, NULL);
    HOST(loyalty_open_over, repository, commit_fails, "\"storage_failed\"", 0, NULL, 1, NULL);
    HOST(loyalty_open_over, repository, commit_busy, "\"busy\"", 0, NULL, 2, NULL);
    HOST(loyalty_open_over, repository, commit_unknown, "\"outcome_unknown\"", 0, NULL, 3, NULL);
    HOST(loyalty_open_over, repository, commit_wrong_number, "\"outcome_unknown\"", 0, NULL, -7, NULL);
    HOST(loyalty_open_over, repository, commit_silent, "\"outcome_unknown\"", 0, NULL, 0, "");
    HOST(loyalty_open_over, repository, commit_nonsense, "\"outcome_unknown\"", 0, NULL, 0, "nonsense");
    HOST(loyalty_open_over, repository, commit_too_little, "\"outcome_unknown\"", 0, NULL, 0, "[]");
    HOST(loyalty_open_over, repository, commit_conflicts, "\"error\"", 0, NULL, 0, "[\"conflict\"]");
    HOST(loyalty_open_over, repository, commit_no_such_claim, "\"outcome_unknown\"", 0, NULL, 0, "[{\"taken\":{\"claim\":9,\"owner\":\"x00\"}}]");
}

/* Called by a callback of the handle: it is refused until the callback returns. */
static void rows_inside(loyalty_handle inside)
{
    CASE(loyalty_close, handle, reentered, REENTERED, inside);
    CASE(loyalty_execute, handle, reentered, REENTERED, inside, TEXT(GET), TEXT(MARIA), &answer);
    CASE(loyalty_execute_batch, handle, reentered, REENTERED, inside, TEXT(CALLS), &answer);
    CASE(loyalty_execute_watched, handle, reentered, REENTERED, inside, TEXT(SWEEP), TEXT(MARIA), go_on, NULL, &answer);
    CASE(loyalty_may_purchase, handle, reentered, REENTERED, inside, TEXT("ada@example.com"), &verdict);
    CASE(loyalty_may_sign_in, handle, reentered, REENTERED, inside, TEXT("c-42"), &verdict);
    CASE(loyalty_may_earn, handle, reentered, REENTERED, inside, TEXT("c-42"), &verdict);
}

/* Called by a callback with its reply; the last row that is OK stands until the callback sets another. */
static void rows_of_replies(struct loyalty_reply *reply)
{
    CASE(loyalty_reply_set, reply, null, NULL_ARGUMENT, NULL, TEXT("[]"));
    CASE(loyalty_reply_set, text, null, NULL_ARGUMENT, reply, NULL, 2);
    CASE(loyalty_reply_set, text, invalid_utf8, INVALID_UTF8, reply, TEXT(BAD_UTF8));
    CASE(loyalty_reply_set, text, too_large, TOO_LARGE, reply, "[]", OVER);
    CASE(loyalty_reply_set, text, empty, OK, reply, TEXT(""));
    CASE(loyalty_reply_set, text, zero_inside, OK, reply, TEXT("[\0]"));
    CASE(loyalty_reply_set, text, shorter, OK, reply, "[]", 1);
}

static void rows_of_checks(loyalty_make_repository none, loyalty_make_repository oddly, loyalty_make_repository half)
{
    int32_t odd = -12345, fine = 0;
    CASE(loyalty_repository_check, make, null, NULL_ARGUMENT, NULL, NULL, &answer);
    CASE(loyalty_repository_check, make, fails, REFUSED, none, NULL, &answer);
    CASE(loyalty_repository_check, make, wrong_number, REFUSED, oddly, &odd, &answer);
    CASE(loyalty_repository_check, make, half, NULL_ARGUMENT, half, NULL, &answer);
    ANSWER(loyalty_repository_check, make, empty_store, "\"failures\":[{", oddly, &fine, &answer);
    CASE(loyalty_repository_check, user, null, REFUSED, none, NULL, &answer);
    CASE(loyalty_repository_check, report, null, NULL_ARGUMENT, none, NULL, NULL);
}

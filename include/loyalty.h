/* Made by `cargo xtask codegen` from loyalty-ffi/src/c. Do not edit.
 *
 * The header of `loyalty`, for C99 and C++11 on.
 *
 * Customer and loyalty-account management that any shop can link in. This header is the manual.
 *
 * A shop opens a store, executes requests, and closes it:
 *
 *     loyalty_handle shop;
 *     char *answer;
 *     const char *config = "sqlite:shop.db";
 *     const char *request = "{\"op\":\"points.balance\",\"args\":{\"customer\":\"c-42\"}}";
 *     const char *context = "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"admin\"]}}";
 *     if (loyalty_open(config, strlen(config), &shop) == LOYALTY_OK) {
 *         if (loyalty_execute(shop, request, strlen(request), context, strlen(context), &answer) == LOYALTY_OK) {
 *             puts(answer);
 *             loyalty_string_free(answer);
 *         }
 *         loyalty_close(shop);
 *     }
 *
 * Requests and answers are JSON; docs/operations.md lists every operation, docs/errors.md every error. The request may come from a browser. The
 * context says who asks and must be written by the host's own code: it carries the rights.
 *
 * Texts come in as a pointer and a length, in UTF-8, and need no zero at the end; the library keeps no pointer after a call. Texts go out with a
 * zero at the end and belong to the caller, who gives them back with loyalty_string_free. Outputs are written only when a function returns
 * LOYALTY_OK. A pointer is null where that is allowed, or points to what its comment says; a length is that of what its pointer points to. Every
 * function checks for null, and none lets a failure inside unwind into the caller. Every function may be called from any thread.
 */

#ifndef LOYALTY_H
#define LOYALTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 The version of this interface: it grows when a function or number is added, and never loses one.
 */
#define LOYALTY_ABI 1

/*
 What a function came to. 0 is success; no number is ever used again for something else.

 A refused operation is no failure of the call: `loyalty_execute` returns `LOYALTY_OK` and the answer says `{"error": …}`.
 */
enum loyalty_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  /*
   Done; the outputs are written.
   */
  LOYALTY_OK = 0,
  /*
   A pointer that must not be null is null.
   */
  LOYALTY_NULL_ARGUMENT = 1,
  /*
   A text is not UTF-8.
   */
  LOYALTY_INVALID_UTF8 = 2,
  /*
   A length is larger than 1 GiB, which no text may have; the length or the pointer beside it is wrong.
   */
  LOYALTY_TOO_LARGE = 3,
  /*
   The handle was closed, or never was one.
   */
  LOYALTY_INVALID_HANDLE = 4,
  /*
   Opening or a question was refused: `loyalty_last_error` says why, with the code of an operation's refusal.
   */
  LOYALTY_REFUSED = 5,
  /*
   A callback called back with the handle that was calling it.
   */
  LOYALTY_REENTERED = 6,
  /*
   The library failed inside. The handle is poisoned: close it. What was acknowledged before stands.
   */
  LOYALTY_PANICKED = 7,
  /*
   An earlier call with this handle failed inside: close it and open another.
   */
  LOYALTY_POISONED = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum loyalty_status loyalty_status;
#else
typedef int32_t loyalty_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 Where a callback puts its reply: fill it with `loyalty_reply_set`. Valid only inside the callback that got it.
 */
typedef struct loyalty_reply loyalty_reply;

/*
 An open store: a number, not a pointer. 0 never is one, and a closed one is never given out again.

 One handle may be used from many threads at once. It does not survive `fork`: open one in the child.
 */
typedef uint64_t loyalty_handle;

/*
 A callback of a repository: `request`, `request_len` is UTF-8 in JSON; the reply goes to `loyalty_reply_set`.

 Returns 0 when it replied; 1 when it failed and changed nothing; 2 when the storage is occupied and nothing was changed; 3 when a commit may or
 may not have been applied. Anything else counts as 1 of a read, and as 3 of a commit. Must not call back with the same handle.
 */
typedef int32_t (*loyalty_repository_call)(void *user,
                                           const char *request,
                                           size_t request_len,
                                           struct loyalty_reply *reply);

/*
 Is called once, when the repository is no longer used.
 */
typedef void (*loyalty_repository_closed)(void *user);

/*
 A repository that the host implements: storage for rows, keys and ranges that knows nothing of loyalty.

 Values are `null`, whole numbers of 64 bits, texts as `"t…"` and bytes as `"x…"` in small hexadecimal digits; `null` sorts first, and
 bytes sort byte by byte. `loyalty_tables` describes the tables, `loyalty_repository_check` proves an implementation.

 `read` gets `[{"get": {"table", "key"}} | {"scan": {"table", "index", "order", "prefix", "after", "until", "reverse", "limit"}}, …]` and replies
 `[[{"values": [...], "body": "…"}, …], …]`: for each question its rows, from one state of the storage. A scan goes by the columns in `order`
 (those of the index, then the rest of the key): rows that begin with `prefix`, behind `after` and up to `until` including it (lists of the
 columns behind the prefix; a shorter list compares as far as it reaches; null: no bound), largest first when `reverse`. A row whose first index
 column is null is not in the index.

 `commit` gets `[{"roots", "claims", "steps", "writes"}, …]`, applies each whole or not at all, later ones seeing earlier ones, makes them durable
 together and replies `["ok" | "conflict" | {"taken": {"claim", "owner"}} | {"exhausted": {"step", "value"}}, …]`. In this order:
 each root `{"expected", "row"}` is a conflict unless the stored version (column 1) is `expected`, 0 meaning that there is none; claims
 `{"release": {"scope", "value", "owner"}}` remove the row of table `claim` if it is the owner's, then `{"take": …}` add it, refused as taken when
 another holds it (`claim` is its number in the list from 0); steps `{"name", "by", "min", "max"}` add to a counter that begins at 0, refused as
 exhausted when the sum leaves the bounds; writes `{"insert": row}` (a conflict when the key, or the values of a unique index, stand already),
 `{"put": row}` (a conflict for a unique index only) and `{"delete": {"table", "key"}}`. A row is `{"table", "values", "body"}`.
 */
typedef struct loyalty_repository {
  /*
   Handed to every callback; may be null.
   */
  void *user;
  /*
   Answers reads. Not null.
   */
  loyalty_repository_call read;
  /*
   Applies change sets. Not null.
   */
  loyalty_repository_call commit;
  /*
   Says that `user` is no longer needed; may be null.
   */
  loyalty_repository_closed closed;
} loyalty_repository;

/*
 Is told how far a batch has come: rows done (the refused ones included), rows in all, rows refused. Returns 0 to go on; anything else ends
 the batch after whole rows. Must not call back with the same handle.
 */
typedef int32_t (*loyalty_progress)(void *user, uint64_t done, uint64_t total, uint64_t refused);

/*
 Makes an empty repository for a test. Returns 0 when `repository` is filled in.
 */
typedef int32_t (*loyalty_make_repository)(void *user, struct loyalty_repository *repository);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 Opens a store.

 - `config`, `config_len`: UTF-8, at most 1 MiB, a JSON object, or the storage alone such as `sqlite:shop.db`. Fields: `storage`, `memory:`, `sqlite:` and a
   path (the file is made when it is missing, its directory must exist), or the URL of a server, which begins with `mysql://`, `mariadb://`,
   `postgres://` or `postgresql://` (refused by a library that was built without its feature `servers`); `program`, the program document, set when
   it differs from the one stored (absent: the stored one counts, and the starter program where none is stored); `prefix` of all tables,
   `loyalty_` when absent; `timeout_ms`, how long a call waits for another process or the server, 5000 when absent; `secrets`, a list of
   `{"id", "key"}` with a key of 32 to 1024 bytes under which codes of gift cards, what lets somebody in once, and blacklisted emails of erased
   customers are hashed: the first is in use, the others find what was hashed before, so drop none while something stands under it. An import
   makes ids from emails under the first. Without a secret, whatever needs one is refused.
 - `handle` (out): the open store. Not null. Close it with `loyalty_close`.

 Returns `LOYALTY_OK`; `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8`, `LOYALTY_TOO_LARGE`; `LOYALTY_REFUSED` with the reason in
 `loyalty_last_error`: `invalid_request` with the path of the mistake, `invalid_program`, `storage_failed`. Any thread may call this.
 */
int32_t loyalty_open(const char *config,
                     size_t config_len,
                     loyalty_handle *handle);

/*
 Opens a store over a repository that the host implements.

 - `repository`: the callbacks; copied, so that the struct itself need not live on. What `user` points to must live until `closed` is called.
   Its `read` and `commit` must not be null.
 - `config`, `config_len`: as for `loyalty_open`, without `storage`, `prefix` and `timeout_ms`; `{}` for none.
 - `handle` (out): the open store. Not null. Close it with `loyalty_close`.

 Returns what `loyalty_open` returns. When it fails, `closed` has been called, unless an argument was null.
 */
int32_t loyalty_open_over(const struct loyalty_repository *repository,
                          const char *config,
                          size_t config_len,
                          loyalty_handle *handle);

/*
 Closes a store. Calls that other threads have begun come to their end; later ones get `LOYALTY_INVALID_HANDLE`.

 Returns `LOYALTY_OK`, `LOYALTY_INVALID_HANDLE` (closed already, or never one), or `LOYALTY_REENTERED` from inside a callback of the same handle. A
 poisoned handle can be closed. Any thread may call this.
 */
int32_t loyalty_close(loyalty_handle handle);

/*
 Gives the version of this interface, `LOYALTY_ABI` of the header the library was built with. A program works with every library whose number is
 at least that of its own header.
 */
uint32_t loyalty_abi_version(void);

/*
 Gives the version of the library, such as `0.1.0`. The text is static: do not free it.
 */
const char *loyalty_version(void);

/*
 Executes one request in a context.

 The two are apart on purpose: the request may come from a browser, the context is written by the host's own code alone. Never build the context
 from what a browser sent.

 - `handle`: an open store.
 - `request`, `request_len`: UTF-8, a JSON object with `op` and `args`, and `idempotency_key`, `if_version`, `preview`, `plan` where wanted; at most
   1 MiB.
 - `context`, `context_len`: UTF-8, a JSON object with `actor`, and `at` and `entropy`, which the library fills in from the machine when absent.
 - `answer` (out): `{"ok": …}` or `{"error": {"code", "message", "retry", "details"}}`; give it back with `loyalty_string_free`. Not null.

 Returns `LOYALTY_OK` also for a refused request; `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8`, `LOYALTY_TOO_LARGE`, `LOYALTY_INVALID_HANDLE`,
 `LOYALTY_REENTERED`, `LOYALTY_PANICKED`, `LOYALTY_POISONED`; then nothing was executed, unless it panicked: ask again with the same idempotency
 key through a new handle. Many threads may call this with one handle.
 */
int32_t loyalty_execute(loyalty_handle handle,
                        const char *request,
                        size_t request_len,
                        const char *context,
                        size_t context_len,
                        char **answer);

/*
 Executes many requests with one durable commit: each has its own answer, and a refused one does not touch the others.

 - `calls`, `calls_len`: UTF-8, `[{"request": {…}, "context": {…}}, …]`, at most 10,000 calls and 64 MiB.
 - `answers` (out): `[answer, …]` in the same order; give it back with `loyalty_string_free`. Not null.

 Returns what `loyalty_execute` returns, and `LOYALTY_REFUSED` when `calls` is no such list; then none was executed.
 */
int32_t loyalty_execute_batch(loyalty_handle handle,
                              const char *calls,
                              size_t calls_len,
                              char **answers);

/*
 Executes one request like `loyalty_execute`, and tells `progress` how far it has come: for `maintenance.run` and other long work, of which
 `progress` can break off the rest. What was done stands, and the answer is about it.

 - `progress`: called now and then in this thread. Not null.
 - `user`: handed to `progress`; may be null.

 The other arguments and what it returns are those of `loyalty_execute`.
 */
int32_t loyalty_execute_watched(loyalty_handle handle,
                                const char *request,
                                size_t request_len,
                                const char *context,
                                size_t context_len,
                                loyalty_progress progress,
                                void *user,
                                char **answer);

/*
 Asks whether someone with this email may buy: not when it is blacklisted, nor when its customer is on hold.

 - `email`, `email_len`: UTF-8. An email that nobody has may buy.
 - `answer` (out): the verdict. Not null.

 Returns `LOYALTY_OK`; `LOYALTY_REFUSED` when it is no email or the storage failed; else what `loyalty_execute` returns. Any thread may ask.
 */
int32_t loyalty_may_purchase(loyalty_handle handle,
                             const char *email,
                             size_t email_len,
                             bool *answer);

/*
 Asks whether a customer may sign in, in the state of their membership. An unknown customer may not.

 - `customer`, `customer_len`: UTF-8, the host's id of the customer.
 - `answer` (out): the verdict. Not null.

 Returns what `loyalty_may_purchase` returns.
 */
int32_t loyalty_may_sign_in(loyalty_handle handle, const char *customer, size_t customer_len, bool *answer);

/*
 Asks whether a customer may earn points and stamps, in the state of their membership. An unknown customer may not.

 - `customer`, `customer_len`: UTF-8, the host's id of the customer.
 - `answer` (out): the verdict. Not null.

 Returns what `loyalty_may_purchase` returns.
 */
int32_t loyalty_may_earn(loyalty_handle handle,
                         const char *customer,
                         size_t customer_len,
                         bool *answer);

/*
 Gives the last failure of this thread, as `{"error": {"code", "message", "retry", "details"}}`; `null` in JSON when there was none yet.

 It is kept per thread, so that calls of other threads with the same handle do not replace it; later successes leave it.

 - `error` (out): the text; give it back with `loyalty_string_free`. Not null.

 Returns `LOYALTY_OK`, or `LOYALTY_NULL_ARGUMENT`.
 */
int32_t loyalty_last_error(char **error);

/*
 Gives the name of a status, such as `LOYALTY_INVALID_HANDLE`; `LOYALTY_UNKNOWN` for a number that is none.

 The text is static: do not free it. Any thread may call this at any time.
 */
const char *loyalty_status_name(int32_t status);

/*
 Gives a text back that the library handed out. Null is fine. Once for each text; do not use `free` of the C library.

 Any thread may give back what any other got.
 */
void loyalty_string_free(char *text);

/*
 Fills in the reply of a callback. A second call replaces the first.

 - `reply`: what the callback got. Not null.
 - `text`, `text_len`: UTF-8, copied.

 Returns `LOYALTY_OK`, `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8` or `LOYALTY_TOO_LARGE`.
 */
int32_t loyalty_reply_set(struct loyalty_reply *reply,
                          const char *text,
                          size_t text_len);

/*
 Gives the tables that a repository keeps: `[{"name", "columns": [{"name", "type", "max", "null"}], "key", "indexes": [{"name", "columns",
 "unique"}]}, …]`. Behind its columns every row has one text, its body.

 - `tables` (out): the text; give it back with `loyalty_string_free`. Not null.

 Returns `LOYALTY_OK` or `LOYALTY_NULL_ARGUMENT`. Any thread may call this.
 */
int32_t loyalty_tables(char **tables);

/*
 Gives the tables that a repository keeps while `loyalty_repository_check` runs, in the form of `loyalty_tables`.

 - `tables` (out): the text; give it back with `loyalty_string_free`. Not null.

 Returns `LOYALTY_OK` or `LOYALTY_NULL_ARGUMENT`. Any thread may call this.
 */
int32_t loyalty_check_tables(char **tables);

/*
 Runs the suite that every repository must pass; each check gets an empty repository from `make`, with the tables of `loyalty_check_tables`.

 - `make`: makes an empty repository. Not null.
 - `user`: handed to `make`; may be null.
 - `report` (out): `{"checks": n, "failures": [{"check", "expected", "found"}, …]}`; give it back with `loyalty_string_free`. Not null.

 Returns `LOYALTY_OK` whatever the report says; `LOYALTY_NULL_ARGUMENT`; `LOYALTY_REFUSED` when `make` did not return 0.
 */
int32_t loyalty_repository_check(loyalty_make_repository make,
                                 void *user,
                                 char **report);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus
#endif  /* LOYALTY_H */

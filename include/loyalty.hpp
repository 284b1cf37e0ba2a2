/* loyalty for C++11 on: the C library of loyalty.h with handles and texts that give themselves back.
 *
 *     loyalty::Store shop("sqlite:shop.db");
 *     std::string answer = shop.execute(R"({"op":"points.balance","args":{"customer":"c-42"}})",
 *                                       R"({"actor":{"id":"maria","kind":"agent","roles":["admin"]}})");
 *
 * A refused request is an answer, `{"error": …}`; loyalty::Error is thrown when a call itself fails. What requests, contexts and answers hold is
 * said in loyalty.h and in docs/operations.md.
 */
#ifndef LOYALTY_HPP
#define LOYALTY_HPP

#include <stdexcept>
#include <string>
#include <utility>

#include "loyalty.h"

namespace loyalty {

/* A call that failed: its status, and the reason in JSON. */
class Error : public std::runtime_error {
public:
    Error(int32_t status, std::string json) : std::runtime_error(what_of(status, json)), status_(status), json_(std::move(json)) {}

    /* One of the numbers LOYALTY_…, never LOYALTY_OK. */
    int32_t status() const noexcept { return status_; }

    /* `{"error": {"code", "message", "retry", "details"}}`. */
    const std::string &json() const noexcept { return json_; }

private:
    static std::string what_of(int32_t status, const std::string &json) { return std::string(loyalty_status_name(status)) + ": " + json; }

    int32_t status_;
    std::string json_;
};

/* An open store, closed when it goes. It can be moved and not copied; one may be used from many threads at once. */
class Store {
public:
    /* Opens a store: the storage alone, such as `sqlite:shop.db`, or a configuration in JSON as loyalty_open takes it. */
    explicit Store(const std::string &config) : handle_(0) { check(loyalty_open(config.data(), config.size(), &handle_)); }

    /* Opens a store over a repository that the host implements; as loyalty_open_over. */
    explicit Store(const loyalty_repository &repository, const std::string &config = "{}") : handle_(0)
    {
        check(loyalty_open_over(&repository, config.data(), config.size(), &handle_));
    }

    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    Store(Store &&other) noexcept : handle_(other.handle_) { other.handle_ = 0; }

    Store &operator=(Store &&other) noexcept
    {
        Store taken(std::move(other)); // closes what stood here before
        std::swap(handle_, taken.handle_);
        return *this;
    }

    ~Store()
    {
        if (handle_ != 0) {
            loyalty_close(handle_);
        }
    }

    /* Executes a request in a context; `{"ok": …}` or `{"error": …}`. The context is the host's own: never build it from what a browser sent. */
    std::string execute(const std::string &request, const std::string &context) const
    {
        Text answer;
        check(loyalty_execute(handle_, request.data(), request.size(), context.data(), context.size(), &answer.text));
        return answer.text;
    }

    /* Executes many requests with one durable commit: `[{"request": …, "context": …}, …]` to `[answer, …]`. */
    std::string execute_batch(const std::string &calls) const
    {
        Text answers;
        check(loyalty_execute_batch(handle_, calls.data(), calls.size(), &answers.text));
        return answers.text;
    }

    /* Whether someone with this email may buy. */
    bool may_purchase(const std::string &email) const { return ask(loyalty_may_purchase, email); }

    /* Whether a customer may sign in; an unknown one may not. */
    bool may_sign_in(const std::string &customer) const { return ask(loyalty_may_sign_in, customer); }

    /* Whether a customer may earn points and stamps; an unknown one may not. */
    bool may_earn(const std::string &customer) const { return ask(loyalty_may_earn, customer); }

    /* The handle, for functions of loyalty.h that have no method here; it stays this store's. 0 once it was moved away. */
    loyalty_handle handle() const noexcept { return handle_; }

private:
    /* A text of the library, given back when it goes. */
    struct Text {
        char *text = nullptr;
        Text() = default;
        Text(const Text &) = delete;
        Text &operator=(const Text &) = delete;
        ~Text() { loyalty_string_free(text); }
    };

    static void check(int32_t status)
    {
        if (status != LOYALTY_OK) {
            Text error;
            loyalty_last_error(&error.text);
            throw Error(status, error.text ? error.text : "null");
        }
    }

    bool ask(int32_t (*question)(loyalty_handle, const char *, size_t, bool *), const std::string &subject) const
    {
        bool verdict = false;
        check(question(handle_, subject.data(), subject.size(), &verdict));
        return verdict;
    }

    loyalty_handle handle_;
};

} // namespace loyalty

#endif // LOYALTY_HPP

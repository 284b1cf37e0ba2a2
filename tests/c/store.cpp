/* What loyalty.hpp promises: stores close themselves, move and do not copy, and failures are thrown with their status. */
#include <cstdio>
#include <cstdlib>
#include <type_traits>

#include "loyalty.hpp"

static_assert(!std::is_copy_constructible<loyalty::Store>::value && !std::is_copy_assignable<loyalty::Store>::value, "no copies");
static_assert(std::is_nothrow_move_constructible<loyalty::Store>::value && std::is_nothrow_move_assignable<loyalty::Store>::value, "moves");

static const char *const MARIA = R"({"actor":{"id":"maria","kind":"agent","roles":["admin"]}})";
static const char *const CREATE = R"({"op":"customer.create","args":{"id":"c-42","email":"ada@example.com"}})";
static const char *const GET = R"({"op":"customer.get","args":{"customer":"c-42"}})";

static int wrong = 0;

static void expect(bool holds, const char *what)
{
    if (!holds) {
        std::printf("not so: %s\n", what);
        wrong++;
    }
}

static bool begins(const std::string &text, const char *start) { return text.rfind(start, 0) == 0; }

template <typename Call> static void expect_status(int32_t status, const char *code, const char *what, Call call)
{
    try {
        call();
        expect(false, what);
    } catch (const loyalty::Error &error) {
        expect(error.status() == status && begins(error.json(), (std::string(R"({"error":{"code":")") + code).c_str()), what);
        expect(begins(error.what(), loyalty_status_name(status)), "what() begins with the status");
    }
}

static bool is_open(loyalty_handle handle)
{
    char *answer = nullptr;
    int32_t status = loyalty_execute(handle, "{}", 2, "{}", 2, &answer);
    loyalty_string_free(answer);
    return status == LOYALTY_OK;
}

int main()
{
    loyalty_handle last = 0;
    {
        loyalty::Store shop("memory:");
        expect(begins(shop.execute(CREATE, MARIA), R"({"ok":)"), "a customer is created");
        expect(begins(shop.execute(CREATE, MARIA), R"({"error":{"code":"already_exists")"), "a refusal is an answer");
        const std::string call = std::string(R"({"request":)") + GET + R"(,"context":)" + MARIA + "}";
        expect(begins(shop.execute_batch("[" + call + "," + call + "]"), R"([{"ok":)"), "a batch answers");
        expect(shop.may_purchase("ada@example.com") && shop.may_sign_in("c-42") && !shop.may_earn("c-42"), "the questions answer");

        loyalty::Store moved(std::move(shop));
        expect(shop.handle() == 0 && is_open(moved.handle()), "a moved store stays open");
        expect_status(LOYALTY_INVALID_HANDLE, "invalid_request", "a store that was moved away is none", [&] { shop.execute(GET, MARIA); });

        loyalty::Store other("memory:");
        const loyalty_handle first = moved.handle(), second = other.handle();
        moved = std::move(other);
        expect(moved.handle() == second && other.handle() == 0, "assigning moves");
        expect(!is_open(first), "what stood there before is closed");
        last = moved.handle();
        expect_status(LOYALTY_REFUSED, "invalid_request", "a batch that is none is refused", [&] { moved.execute_batch("{}"); });
        expect_status(LOYALTY_INVALID_UTF8, "invalid_request", "texts are UTF-8", [&] { moved.execute("\xff", MARIA); });
    }
    expect(last != 0 && !is_open(last), "a store that goes is closed");
    expect_status(LOYALTY_REFUSED, "invalid_request", "an unknown storage is refused", [] { loyalty::Store("nowhere:"); });
    expect_status(LOYALTY_NULL_ARGUMENT, "invalid_request", "a repository has callbacks", [] { loyalty::Store{loyalty_repository()}; });
    std::printf("store: %d wrong\n", wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}

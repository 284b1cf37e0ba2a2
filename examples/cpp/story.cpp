/* One story of a loyalty account, told in C++. See examples/README.md.
 *
 *     c++ story.cpp $(pkg-config --cflags --libs loyalty nlohmann_json) -o story && ./story sqlite:story.db
 */
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>

#include <loyalty.hpp>
#include <nlohmann/json.hpp>

using nlohmann::json;

/* Executes a request as Maria, so many minutes past ten; what is refused ends the program. A real shop leaves `at` and `entropy` to the library. */
static json execute(const loyalty::Store &shop, int minute, const std::string &op, const json &args, json more = json::object())
{
    const std::string two_digits = (minute < 10 ? "0" : "") + std::to_string(minute);
    const json context = {
        {"actor", {{"id", "maria"}, {"kind", "agent"}, {"roles", {"shop", "support"}}}},
        {"at", "2026-11-22T10:" + two_digits + ":00Z"},
        {"entropy", "entropy of minute " + two_digits},
    };
    more["op"] = op;
    more["args"] = args;
    const json answer = json::parse(shop.execute(more.dump(), context.dump()));
    if (!answer.contains("ok")) {
        throw std::runtime_error(answer.dump());
    }
    return answer["ok"];
}

/* A text in JSON without its quotes. */
static std::string text(const json &value) { return value.get<std::string>(); }

static void tell(const loyalty::Store &shop)
{
    execute(shop, 0, "customer.create", {{"id", "c-42"}});
    execute(shop, 0, "membership.enroll", {{"customer", "c-42"}});

    const json order = {
        {"customer", "c-42"},
        {"number", "o-1"},
        {"placed_at", "2026-11-22T10:01:00Z"},
        {"currency", "USD"},
        {"lines", {{{"unit_price", "250.00"}}}},
        {"payments", {{{"id", "p-1"}, {"amount", "250.00"}, {"status", "paid"}}}},
    };
    const json earned = execute(shop, 1, "order.record", order);
    std::cout << "order o-1 earned " << text(earned["result"]["earned"][0]["amount"]) << '\n';

    const json held = execute(shop, 2, "points.hold", {{"customer", "c-42"}, {"type", "points"}, {"amount", "100"}});
    std::cout << "100 on hold, " << text(held["balances"][0]["active"]) << " left\n";
    execute(shop, 3, "points.capture", {{"customer", "c-42"}, {"hold", held["result"]["id"]}, {"amount", "100"}});

    const json adjust = {{"customer", "c-42"}, {"type", "points"}, {"amount", "25"}, {"reason", "goodwill"}};
    const json preview = execute(shop, 4, "points.adjust", adjust, {{"preview", true}});
    std::cout << "25 more would make " << text(preview["balances"][0]["active"]) << '\n';
    execute(shop, 5, "points.adjust", adjust, {{"plan", preview["plan"]}});

    const json history = execute(shop, 6, "points.history", {{"customer", "c-42"}});
    for (const json &entry : history["entries"]) {
        std::cout << text(entry["effective_at"]).substr(0, 10) << "  " << std::left << std::setw(7) << text(entry["kind"]) << "  " << std::right
                  << std::setw(4) << text(entry["amount"]) << "  balance " << text(entry["balance"]) << '\n';
    }
}

int main(int count, char **words)
{
    try {
        tell(loyalty::Store(count > 1 ? words[1] : "memory:"));
        return EXIT_SUCCESS;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
}

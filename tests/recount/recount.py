#!/usr/bin/env python3
"""Counts the purchase log again, by other means than the library.

`cargo xtask demo` runs every purchase of examples/data/cdnow.txt.gz through the engine. This program works out what
must come of it, and shares neither code nor ideas with the engine: there are no lots here and no ledger. Every single
point is one entry in its owner's pocket, namely the date on which it lapses. Spending takes the points that lapse
first; lapsing throws out the points whose date has come.

    python3 tests/recount/recount.py                 prints the figures as JSON
    python3 tests/recount/recount.py --check FILE    compares them with those in FILE, lists what differs, and fails
                                                     if something does; FILE may say more than we do

The program that is counted:

- Row n of the file (the header left out) is order `o-<n>` of customer `c-<customer_id>`. Rows go by date, and within
  a date in the order of the file. Everyone was enrolled before their first order.
- An order earns one point for each full dollar, at noon of its date in New York. Points earned on a date lapse at the
  first instant of the same day nine months on, or of the first of the following month where there is no such day.
- Straight after an order, a customer with at least 100 points may spend all full hundreds. They do if the first byte
  of SHA-256 of `<customer>/<order>` is below 64.
- The books close at the first instant of July 1, 1998, and do not count what happens at that instant.

All orders happen at noon and all lapses at the first instant of a day, so dates are enough.
"""

import datetime
import gzip
import hashlib
import json
import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data" / "cdnow.txt.gz"
CLOSING = datetime.date(1998, 7, 1)
VALID_MONTHS = 9


def lapse_date(earned):
    """The date at whose first instant points earned on that date are gone."""
    months = earned.month - 1 + VALID_MONTHS
    year, month = earned.year + months // 12, months % 12 + 1
    try:
        return datetime.date(year, month, earned.day)
    except ValueError:  # no such day, so the month after
        return datetime.date(year + month // 12, month % 12 + 1, 1)


def quarter(date):
    """Such as 1997-Q1."""
    return f"{date.year}-Q{(date.month + 2) // 3}"


def next_quarter(name):
    """The quarter after, and its first day."""
    year, number = int(name[:4]), int(name[-1])
    year, number = (year, number + 1) if number < 4 else (year + 1, 1)
    return f"{year}-Q{number}", datetime.date(year, number * 3 - 2, 1)


def spends(customer, order):
    """Whether this customer takes the chance to spend after this order."""
    return hashlib.sha256(f"{customer}/{order}".encode()).digest()[0] < 64


class Pockets:
    """What everyone has: for each customer, one lapse date for each point."""

    def __init__(self):
        self.points = {}
        self.lapsed = {}  # quarter -> points

    def earn(self, customer, date, amount):
        self.points.setdefault(customer, []).extend([lapse_date(date)] * amount)

    def settle(self, customer, date):
        """Throws out every point that has lapsed by that date."""
        kept = []
        for gone_on in self.points.get(customer, []):
            if gone_on <= date:
                self.lapsed[quarter(gone_on)] = self.lapsed.get(quarter(gone_on), 0) + 1
            else:
                kept.append(gone_on)
        self.points[customer] = kept

    def balance(self, customer, date):
        self.settle(customer, date)
        return len(self.points[customer])

    def spend(self, customer, date, amount):
        assert self.balance(customer, date) >= amount
        self.points[customer] = sorted(self.points[customer])[amount:]

    def settle_all(self, date):
        for customer in self.points:
            self.settle(customer, date)

    def outstanding(self):
        return sum(len(points) for points in self.points.values())


def read_orders(path):
    """Order id, customer id, date, full dollars; by date, ties as in the file."""
    with gzip.open(path, "rt") as file:
        lines = file.read().splitlines()[1:]
    orders = []
    for number, line in enumerate(lines, start=1):
        customer, day, _, dollars = line.split()
        date = datetime.date(int(day[:4]), int(day[4:6]), int(day[6:]))
        orders.append((f"o-{number}", f"c-{customer}", date, int(dollars.split(".")[0])))
    return sorted(orders, key=lambda order: order[2])  # sorting keeps ties as they are


def count(orders, closing):
    """All figures of the orders up to the closing date."""
    pockets = Pockets()
    known = set()
    redemptions = 0
    quarters = []

    def open_quarter(name):
        quarters.append({"quarter": name, "orders": 0, "earned": 0, "redeemed": 0, "new_members": 0})

    def close_quarter():
        """Books the last quarter's end, and opens the one after."""
        following, first_day = next_quarter(quarters[-1]["quarter"])
        # What lapses at the first instant of the next quarter still counts at the end of this one.
        pockets.settle_all(first_day - datetime.timedelta(days=1))
        quarters[-1]["lapsed"] = pockets.lapsed.get(quarters[-1]["quarter"], 0)
        quarters[-1]["outstanding_at_end"] = pockets.outstanding()
        open_quarter(following)

    open_quarter(quarter(orders[0][2]))
    for order, customer, date, dollars in orders:
        while quarters[-1]["quarter"] != quarter(date):
            close_quarter()
        now = quarters[-1]
        if customer not in known:
            known.add(customer)
            now["new_members"] += 1
        pockets.earn(customer, date, dollars)
        now["orders"] += 1
        now["earned"] += dollars
        balance = pockets.balance(customer, date)
        if balance >= 100 and spends(customer, order):
            amount = balance // 100 * 100
            pockets.spend(customer, date, amount)
            now["redeemed"] += amount
            redemptions += 1
    while quarters[-1]["quarter"] != quarter(closing):
        close_quarter()
    quarters.pop()  # the one that begins with the closing

    total = {name: sum(q[name] for q in quarters) for name in ("orders", "earned", "redeemed", "lapsed")}
    figures = {
        "members": len(known),
        "orders": total["orders"],
        "earned": total["earned"],
        "redeemed": total["redeemed"],
        "redemptions": redemptions,
        "lapsed": total["lapsed"],
        "outstanding": pockets.outstanding(),
        "members_with_balance": sum(1 for points in pockets.points.values() if points),
        "quarters": quarters,
    }
    assert figures["earned"] - figures["redeemed"] - figures["lapsed"] == figures["outstanding"]
    return figures


def differences(ours, theirs, path=""):
    """Where a document says something else than we do, or nothing; what it says beyond that is its own affair."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return [d for key in ours for d in differences(ours[key], theirs.get(key), f"{path}.{key}".lstrip("."))]
    if isinstance(ours, list) and isinstance(theirs, list):
        found = [d for i, (a, b) in enumerate(zip(ours, theirs)) for d in differences(a, b, f"{path}[{i}]")]
        if len(ours) != len(theirs):
            found.append(f"{path}: recounted {len(ours)} of them, the file has {len(theirs)}")
        return found
    if type(ours) is type(theirs) and ours == theirs:
        return []
    return [f"{path}: recounted {json.dumps(ours)}, the file says {json.dumps(theirs)}"]


def main(arguments):
    if arguments and not (len(arguments) == 2 and arguments[0] == "--check"):
        print("usage: recount.py [--check FILE]", file=sys.stderr)
        return 2
    figures = count(read_orders(DATA), CLOSING)
    if not arguments:
        print(json.dumps(figures, indent=2))
        return 0
    with open(arguments[1], encoding="utf-8") as file:
        found = differences(figures, json.load(file))
    for difference in found:
        print(difference)
    if not found:
        print("recount: every figure agrees")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

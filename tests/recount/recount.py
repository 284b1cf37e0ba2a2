#!/usr/bin/env python3
"""Counts the purchase log again, by other means than the library.

`cargo xtask demo` runs every purchase of examples/data/cdnow.txt.gz through the engine. This program works out what
must come of it, and shares neither code nor ideas with the engine: there are no lots here and no ledger. Every single
point is one entry in its owner's pocket, namely the date on which it lapses. Spending takes the points that lapse
first; lapsing throws out the points whose date has come. A status is what the sales of the last 365 days come to, summed
again from all of them each time.

    python3 tests/recount/recount.py                 prints the figures as JSON
    python3 tests/recount/recount.py --check FILE    compares them with those in FILE, lists what differs, and fails
                                                     if something does; FILE may say more than we do

The program that is counted:

- Row n of the file (the header left out) is order `o-<n>` of customer `c-<customer_id>`. Rows go by date, and within
  a date in the order of the file. Everyone was enrolled before their first order.
- An order earns one point for each full dollar, at noon of its date in New York. Points earned on a date lapse at the
  first instant of the same day nine months on, or of the first of the following month where there is no such day.
- It also earns a stamp for each CD, which never lapses. Ten stamps are a full card, and turn into a free CD at once.
- Straight after an order, a customer with at least 100 points may spend all full hundreds. They do if the first byte
  of SHA-256 of `<customer>/<order>` is below 64.
- If the second byte of the same digest is below 4, the order comes back as a whole fourteen days later, at noon, before
  the orders of that day. What it earned is taken back: first from what is left of its own points, then from those that
  lapse first, and what is missing is owed and repaid by the next ones that are earned. Stamps go likewise, but what is
  missing of them is forgiven, and a free CD stays a free CD.
- A member is silver, gold or platinum with 100, 250 or 500 dollars spent in the last 365 days; what came back was not
  spent.
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
CARD = 10
RETURNS_AFTER = datetime.timedelta(days=14)
WINDOW = datetime.timedelta(days=365)
TIERS = [("silver", 100_00), ("gold", 250_00), ("platinum", 500_00)]


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


def comes_back(customer, order):
    """Whether this order comes back."""
    return hashlib.sha256(f"{customer}/{order}".encode()).digest()[1] < 4


class Pockets:
    """What everyone has: for each customer one pair for each point, of the date on which it lapses and the number of its
    order; and what they owe."""

    def __init__(self):
        self.points = {}
        self.owed = {}
        self.lapsed = {}  # quarter -> points

    def earn(self, customer, date, amount, number=0):
        repaid = min(amount, self.owed.get(customer, 0))
        self.owed[customer] = self.owed.get(customer, 0) - repaid
        self.points.setdefault(customer, []).extend([(lapse_date(date), number)] * (amount - repaid))

    def settle(self, customer, date):
        """Throws out every point that has lapsed by that date."""
        kept = []
        for point in self.points.get(customer, []):
            if point[0] <= date:
                self.lapsed[quarter(point[0])] = self.lapsed.get(quarter(point[0]), 0) + 1
            else:
                kept.append(point)
        self.points[customer] = kept

    def balance(self, customer, date):
        self.settle(customer, date)
        return len(self.points[customer])

    def spend(self, customer, date, amount):
        assert self.balance(customer, date) >= amount
        self.points[customer] = sorted(self.points[customer])[amount:]

    def take_back(self, customer, date, amount, number):
        """Takes back what an order earned. Nothing of it can have lapsed by then."""
        self.settle(customer, date)
        rest = sorted(self.points[customer], key=lambda point: (point[1] != number, point))
        self.owed[customer] = self.owed.get(customer, 0) + max(0, amount - len(rest))
        self.points[customer] = rest[amount:]

    def settle_all(self, date):
        for customer in self.points:
            self.settle(customer, date)

    def outstanding(self):
        return sum(len(points) for points in self.points.values()) - sum(self.owed.values())


class Stamps:
    """The stamps on everyone's card, each the number of its order."""

    def __init__(self):
        self.cards = {}
        self.given = self.taken = self.free = 0

    def earn(self, customer, amount, number):
        card = self.cards.get(customer, []) + [number] * amount
        self.given += amount
        self.free += len(card) // CARD
        self.cards[customer] = card[len(card) // CARD * CARD:]

    def take_back(self, customer, amount, number):
        card = sorted(self.cards[customer], key=lambda stamp: (stamp != number, stamp))
        self.taken += min(amount, len(card))
        self.cards[customer] = sorted(card[amount:])


class Sales:
    """What everyone bought and kept: date and cents."""

    def __init__(self):
        self.bought = {}

    def add(self, customer, order, date, cents):
        self.bought.setdefault(customer, {})[order] = (date, cents)

    def take_back(self, customer, order):
        del self.bought[customer][order]

    def tiers(self, first_day):
        """How many members stand on each tier as a day begins. What was bought at noon counts to the next noon but 365."""
        tiers = {name: 0 for name, _ in TIERS}
        for orders in self.bought.values():
            spent = sum(cents for date, cents in orders.values() if date + WINDOW >= first_day)
            reached = [name for name, threshold in TIERS if spent >= threshold]
            if reached:
                tiers[reached[-1]] += 1
        return tiers


def read_orders(path):
    """Order id, customer id, date, CDs, cents; by date, ties as in the file."""
    with gzip.open(path, "rt") as file:
        lines = file.read().splitlines()[1:]
    orders = []
    for number, line in enumerate(lines, start=1):
        customer, day, cds, dollars = line.split()
        date = datetime.date(int(day[:4]), int(day[4:6]), int(day[6:]))
        orders.append((f"o-{number}", f"c-{customer}", date, int(cds), int(dollars.replace(".", ""))))
    return sorted(orders, key=lambda order: order[2])  # sorting keeps ties as they are


class Books:
    """Everything that is counted, quarter by quarter."""

    def __init__(self, first_day):
        self.pockets, self.stamps, self.sales = Pockets(), Stamps(), Sales()
        self.known = set()
        self.redemptions = self.refunds = 0
        self.coming_back = []  # (date, number, order, customer, CDs, dollars), in the order of the dates
        self.quarters = []
        self.open_quarter(quarter(first_day))

    def open_quarter(self, name):
        self.quarters.append({"quarter": name, "orders": 0, "earned": 0, "redeemed": 0, "returned": 0, "new_members": 0})

    def close_quarter(self):
        """Books the last quarter's end, and opens the one after."""
        following, first_day = next_quarter(self.quarters[-1]["quarter"])
        self.take_back_by(first_day - datetime.timedelta(days=1))
        # What lapses at the first instant of the next quarter still counts at the end of this one.
        self.pockets.settle_all(first_day - datetime.timedelta(days=1))
        self.quarters[-1]["lapsed"] = self.pockets.lapsed.get(self.quarters[-1]["quarter"], 0)
        self.quarters[-1]["outstanding_at_end"] = self.pockets.outstanding()
        self.quarters[-1]["tiers"] = self.sales.tiers(first_day)
        self.open_quarter(following)

    def reach(self, date):
        """Everything up to a date, that day's returns included."""
        while self.quarters[-1]["quarter"] != quarter(date):
            self.close_quarter()
        self.take_back_by(date)

    def take_back_by(self, date):
        while self.coming_back and self.coming_back[0][0] <= date:
            day, number, order, customer, cds, dollars = self.coming_back.pop(0)
            self.pockets.take_back(customer, day, dollars, number)
            self.stamps.take_back(customer, cds, number)
            self.sales.take_back(customer, order)
            self.quarters[-1]["returned"] += dollars
            self.refunds += 1

    def order(self, number, order, customer, date, cds, cents):
        self.reach(date)
        now, dollars = self.quarters[-1], cents // 100
        if customer not in self.known:
            self.known.add(customer)
            now["new_members"] += 1
        self.pockets.earn(customer, date, dollars, number)
        self.stamps.earn(customer, cds, number)
        self.sales.add(customer, order, date, cents)
        now["orders"] += 1
        now["earned"] += dollars
        balance = self.pockets.balance(customer, date)
        if balance >= 100 and spends(customer, order):
            amount = balance // 100 * 100
            self.pockets.spend(customer, date, amount)
            now["redeemed"] += amount
            self.redemptions += 1
        if comes_back(customer, order):
            self.coming_back.append((date + RETURNS_AFTER, number, order, customer, cds, dollars))


def count(orders, closing):
    """All figures of the orders up to the closing date."""
    books = Books(orders[0][2])
    for number, order in enumerate(orders):
        books.order(number, *order)
    while books.quarters[-1]["quarter"] != quarter(closing):
        books.close_quarter()
    books.quarters.pop()  # the one that begins with the closing

    pockets, stamps, quarters = books.pockets, books.stamps, books.quarters
    total = {name: sum(q[name] for q in quarters) for name in ("orders", "earned", "redeemed", "returned", "lapsed")}
    figures = {
        "members": len(books.known),
        "orders": total["orders"],
        "earned": total["earned"],
        "redeemed": total["redeemed"],
        "redemptions": books.redemptions,
        "returned": total["returned"],
        "refunds": books.refunds,
        "lapsed": total["lapsed"],
        "outstanding": pockets.outstanding(),
        "members_with_balance": sum(1 for name, points in pockets.points.items() if len(points) > pockets.owed.get(name, 0)),
        "stamps": stamps.given,
        "stamps_taken_back": stamps.taken,
        "free_cds": stamps.free,
        "quarters": quarters,
    }
    assert figures["earned"] - figures["redeemed"] - figures["lapsed"] - figures["returned"] == figures["outstanding"]
    assert stamps.given - stamps.taken - CARD * stamps.free == sum(len(card) for card in stamps.cards.values())
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

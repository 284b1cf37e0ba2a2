#!/usr/bin/env python3
"""The recount counts the worked examples right, and it notices a wrong figure."""

import copy
import datetime
import unittest

import recount


def date(year, month, day):
    return datetime.date(year, month, day)


class LapseDates(unittest.TestCase):
    def test_same_day_nine_months_on(self):
        self.assertEqual(recount.lapse_date(date(1997, 1, 1)), date(1997, 10, 1))
        self.assertEqual(recount.lapse_date(date(1997, 2, 2)), date(1997, 11, 2))
        self.assertEqual(recount.lapse_date(date(1997, 4, 30)), date(1998, 1, 30))

    def test_no_such_day(self):
        self.assertEqual(recount.lapse_date(date(1997, 5, 29)), date(1998, 3, 1))
        self.assertEqual(recount.lapse_date(date(1997, 5, 31)), date(1998, 3, 1))
        self.assertEqual(recount.lapse_date(date(1997, 8, 31)), date(1998, 5, 31))
        self.assertEqual(recount.lapse_date(date(1999, 5, 29)), date(2000, 2, 29))

    def test_over_the_end_of_the_year(self):
        self.assertEqual(recount.lapse_date(date(1997, 3, 31)), date(1997, 12, 31))
        self.assertEqual(recount.next_quarter("1997-Q4"), ("1998-Q1", date(1998, 1, 1)))


class WorkedExample(unittest.TestCase):
    """Points valid nine months: +300 on January 1, -50 on January 15, +100 on February 2."""

    def setUp(self):
        self.pockets = recount.Pockets()
        self.pockets.earn("c", date(1997, 1, 1), 300)
        self.pockets.spend("c", date(1997, 1, 15), 50)
        self.pockets.earn("c", date(1997, 2, 2), 100)

    def test_250_lapse_on_october_1_and_100_on_november_2(self):
        expected = [((9, 30), 350), ((10, 1), 100), ((11, 1), 100), ((11, 2), 0)]
        for (month, day), balance in expected:
            self.assertEqual(self.pockets.balance("c", date(1997, month, day)), balance)
        self.assertEqual(self.pockets.lapsed, {"1997-Q4": 350})

    def test_spending_takes_what_lapses_first(self):
        self.pockets.spend("c", date(1997, 3, 1), 300)
        self.assertEqual(set(self.pockets.points["c"]), {(date(1997, 11, 2), 0)})


class Returns(unittest.TestCase):
    def test_an_order_takes_its_own_points_first(self):
        pockets = recount.Pockets()
        pockets.earn("c", date(1997, 1, 1), 30, 0)
        pockets.earn("c", date(1997, 1, 2), 20, 1)
        pockets.take_back("c", date(1997, 1, 15), 20, 1)
        self.assertEqual(pockets.points["c"], [(date(1997, 10, 1), 0)] * 30)

    def test_what_is_missing_is_owed_and_repaid(self):
        pockets = recount.Pockets()
        pockets.earn("c", date(1997, 1, 1), 120, 0)
        pockets.spend("c", date(1997, 1, 1), 100)
        pockets.take_back("c", date(1997, 1, 15), 120, 0)
        self.assertEqual(pockets.outstanding(), -100)
        pockets.earn("c", date(1997, 2, 1), 130, 1)
        self.assertEqual((pockets.outstanding(), len(pockets.points["c"])), (30, 30))

    def test_a_free_cd_stays_one(self):
        stamps = recount.Stamps()
        stamps.earn("c", 7, 0)
        stamps.earn("c", 5, 1)
        self.assertEqual((stamps.free, stamps.cards["c"]), (1, [1, 1]))
        stamps.take_back("c", 7, 0)
        self.assertEqual((stamps.free, stamps.taken, stamps.cards["c"]), (1, 2, []))

    def test_a_tier_is_what_was_spent_in_365_days_and_kept(self):
        sales = recount.Sales()
        sales.add("c", "o-1", date(1997, 1, 1), 200_00)
        sales.add("c", "o-2", date(1997, 2, 1), 99_99)
        self.assertEqual(sales.tiers(date(1998, 1, 1)), {"silver": 0, "gold": 1, "platinum": 0})
        self.assertEqual(sales.tiers(date(1998, 1, 2)), {"silver": 0, "gold": 0, "platinum": 0})
        sales.take_back("c", "o-2")
        self.assertEqual(sales.tiers(date(1998, 1, 1)), {"silver": 1, "gold": 0, "platinum": 0})


class Books(unittest.TestCase):
    ORDERS = [
        ("o-1", "c-1", date(1997, 1, 1), 3, 50_99),
        ("o-2", "c-2", date(1997, 4, 1), 9, 70_00),
        ("o-3", "c-1", date(1997, 6, 30), 8, 49_01),
    ]

    def test_a_lapse_at_the_first_instant_belongs_to_the_next_quarter(self):
        figures = recount.count(self.ORDERS, date(1998, 1, 1))
        outstanding = {q["quarter"]: q["outstanding_at_end"] for q in figures["quarters"]}
        self.assertEqual(outstanding, {"1997-Q1": 50, "1997-Q2": 169, "1997-Q3": 169, "1997-Q4": 119})
        lapsed = {q["quarter"]: q["lapsed"] for q in figures["quarters"]}
        self.assertEqual(lapsed, {"1997-Q1": 0, "1997-Q2": 0, "1997-Q3": 0, "1997-Q4": 50})
        self.assertEqual(figures["members_with_balance"], 2)
        self.assertEqual((figures["stamps"], figures["free_cds"]), (20, 1))
        self.assertEqual([q["tiers"]["silver"] for q in figures["quarters"]], [0, 1, 1, 1])

    def test_a_wrong_figure_is_noticed(self):
        figures = recount.count(self.ORDERS, date(1998, 1, 1))
        self.assertEqual(recount.differences(figures, {**figures, "more": 1}), [])
        wrong = copy.deepcopy(figures)
        wrong["quarters"][1]["lapsed"] += 1
        found = recount.differences(figures, wrong)
        self.assertEqual(found, ["quarters[1].lapsed: recounted 0, the file says 1"])
        del wrong["earned"], wrong["quarters"][3]
        self.assertEqual(len(recount.differences(figures, wrong)), 3)


if __name__ == "__main__":
    unittest.main()

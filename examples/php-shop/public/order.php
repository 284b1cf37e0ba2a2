<?php

declare(strict_types=1);

require dirname(__DIR__) . '/shop.php';
require dirname(__DIR__) . '/orders.php';

begin();
$order = order((string) filter_input(INPUT_GET, 'number'), user('customer')['id']);
if (posted()) {
    // Here a shop asks its payment provider, and goes on only when the money is there.
    field('do') === 'pay' ? pay($order) : cancel($order);
    go("/order.php?number=$order[number]");
}
$rows = '';
foreach ($order['lines'] as $line) {
    $rows .= '<tr><td>' . h($line['name']) . '<td>' . h($line['quantity']) . '<td>€ ' . h(euros($line['cents'] * $line['quantity']));
}
$rows .= '<tr><td>Points redeemed<td>' . h($order['points']) . '<td>€ −' . h(euros($order['points']))
    . '<tr><th>To pay<th><th>€ ' . h(euros($order['total'] - $order['points']));
$buttons = '';
foreach (['open' => ['pay' => 'Pay', 'cancel' => 'Cancel'], 'paying' => ['pay' => 'Pay'], 'canceling' => ['cancel' => 'Cancel']][$order['state']] ?? [] as $do => $name) {
    $buttons .= '<form method=post class=inline>' . csrf() . hidden('do', $do) . "<button>$name</button></form>";
}
$earned = array_sum(array_column(shop()->order->get(customer: $order['customer'], number: $order['number'])['earned'] ?? [], 'amount'));
show("Order $order[number]", '<p>It is <b class=state>' . h($order['state']) . "</b> and has earned <b class=earned>$earned</b> points.<table>$rows</table>$buttons");

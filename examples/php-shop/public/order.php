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
    $rows .= row($line['name'], $line['quantity'], '€ ' . euros($line['cents'] * $line['quantity']));
}
$rows .= row('Points redeemed', $order['points'], '€ −' . euros($order['points']));
$rows .= row('To pay', '', '€ ' . euros($order['total'] - $order['points']));
$buttons = '';
// What broke off on its way can only be finished.
foreach (['open' => ['pay', 'cancel'], 'paying' => ['pay'], 'canceling' => ['cancel']][$order['state']] ?? [] as $do) {
    $buttons .= '<form method=post class=inline>' . csrf() . hidden('do', $do) . '<button>' . ucfirst($do) . '</button></form>';
}
$earned = array_sum(array_column(shop()->order->get(customer: $order['customer'], number: $order['number'])['earned'] ?? [], 'amount'));
$state = '<b class=state>' . h($order['state']) . '</b>';
show("Order $order[number]", "<p>It is $state and has earned <b class=earned>$earned</b> points.<table>$rows</table>$buttons");

<?php

declare(strict_types=1);

require dirname(__DIR__) . '/shop.php';
require dirname(__DIR__) . '/orders.php';

begin();
$lines = [];
foreach (query('SELECT sku, name, cents FROM product ORDER BY name')->fetchAll() as $product) {
    $quantity = $_SESSION['basket'][$product['sku']] ?? 0;
    $lines = $quantity > 0 ? [...$lines, $product + ['quantity' => $quantity]] : $lines;
}
if (posted()) {
    if (field('do') === 'empty') {
        $_SESSION['basket'] = [];
        go('/');
    }
    $user = user('customer');
    $number = field('number');
    if (preg_match('/^o-[0-9a-f]{16}$/D', $number) !== 1 || preg_match('/^\d{1,7}$/D', field('points')) !== 1) {
        throw new Refusal('This form is not complete.');
    }
    // An order that stands already was sent twice; its basket is empty by now.
    if (query("SELECT 1 FROM orders WHERE number = ? AND customer = ? AND state <> 'new'", $number, $user['id'])->fetch() === false) {
        place($number, $user, $lines, (int) field('points'));
        $_SESSION['basket'] = [];
    }
    go("/order.php?number=$number");
}
if ($lines === []) {
    show('Your basket', '<p>It is empty.');
    return;
}
$rows = '';
$total = 0;
foreach ($lines as $line) {
    $total += $line['cents'] * $line['quantity'];
    $rows .= row($line['name'], $line['quantity'], '€ ' . euros($line['cents'] * $line['quantity']));
}
$rows .= row('Total', '', '€ ' . euros($total));
$checkout = '<p><a href=/sign-in.php>Sign in</a> to order and to redeem points.';
if (($_SESSION['user']['kind'] ?? '') === 'customer') {
    $active = (int) (shop()->points->balance(customer: $_SESSION['user']['id'], type: 'points')['balances'][0]['active'] ?? 0);
    $most = max(0, min($active, intdiv($total, 2)));
    $checkout = '<form method=post>' . csrf() . hidden('number', 'o-' . bin2hex(random_bytes(8)))
        . "<label>Redeem points, one cent each (you have $active) <input name=points type=number min=0 max=$most value=0></label>"
        . '<button>Order</button></form>';
}
$empty = '<form method=post>' . csrf() . hidden('do', 'empty') . '<button class=quiet>Empty the basket</button></form>';
show('Your basket', "<table>$rows</table>$checkout$empty");

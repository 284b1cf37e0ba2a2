<?php

declare(strict_types=1);

use Loyalty\Actor;

require dirname(__DIR__) . '/shop.php';

begin();
$user = user('customer');
// As the customer: the library itself sees to it that they reach their own account alone, and read no internal notes.
$points = engine()->acting(Actor::customer($user['id'], 'account page'))->points;
$balance = $points->balance(customer: $user['id'], type: 'points')['balances'][0] ?? ['active' => '0', 'held' => '0'];
$body = '<p class=balance><b class=active>' . h($balance['active']) . '</b> points to spend, <b class=held>' . h($balance['held'])
    . '</b> set aside for open orders<h2>Next to expire</h2><table>';
foreach (array_slice($points->expiring(customer: $user['id'], type: 'points')['due'], 0, 3) as $due) {
    $body .= row(substr($due['expires_at'], 0, 10), $due['amount']);
}
$body .= '</table><h2>History</h2><table>';
foreach ($points->history(customer: $user['id'], limit: 20)['entries'] as $entry) {
    $about = isset($entry['order']) ? "Order $entry[order]" : ($entry['comment'] ?? $entry['kind']);
    $body .= row(substr($entry['effective_at'], 0, 10), $about, $entry['amount'], $entry['balance']);
}
show('My account', "$body</table>");

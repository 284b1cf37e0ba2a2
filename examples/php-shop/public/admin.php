<?php

declare(strict_types=1);

use Loyalty\{Actor, LoyaltyError};

require dirname(__DIR__) . '/shop.php';

begin();
$user = user('agent');
// As the agent: their roles in the program say what they may see and do, and the audit trail names them.
$loyalty = engine()->acting(Actor::agent($user['id'], $user['roles'], 'admin page'));
$customer = (string) filter_input(INPUT_GET, 'customer');
if ($customer === '') {
    $rows = '';
    $search = trim((string) filter_input(INPUT_GET, 'search'));
    foreach ($loyalty->customer->list(search: $search === '' ? null : $search)['rows'] as $row) {
        $link = '<a href="?customer=' . h(rawurlencode($row['id'])) . '">Open</a>';
        $rows .= row($row['id'], $row['email'] ?? '', $row['state']) . "<td>$link";
    }
    show('Customers', '<form><label>Search <input name=search value="' . h($search) . "\"></label></form><table>$rows</table>");
    return;
}
$step = '';
if (posted()) {
    $what = ['customer' => $customer, 'type' => 'points', 'amount' => field('amount'), 'reason' => field('reason')];
    try {
        if (field('plan') !== '') {
            $loyalty->points->adjust(...$what, plan: field('plan'), idempotency_key: field('key'));
            go('?customer=' . rawurlencode($customer));
        }
        $step = preview($loyalty->points->adjust(...$what, preview: true), $what, '');
    } catch (LoyaltyError $error) {
        // Something changed since the preview: show what would happen now.
        $error->code === 'plan_outdated' || throw $error;
        $receipt = ['plan' => $error->details['plan']] + $error->details['receipt'];
        $step = preview($receipt, $what, '<p class=refused>The account has changed meanwhile. Please look again.');
    }
}
$details = $loyalty->customer->details(customer: $customer, limit: 10);
$profile = $details['profile'];
$body = '<table>' . row($profile['first_name'] ?? '', $profile['email'] ?? '', $details['membership']['state'])
    . '</table><p class=balance><b class=active>' . h($details['balances'][0]['active'] ?? '0') . "</b> points$step";
if ($step === '') {
    $body .= '<h2>Adjust</h2><form method=post>' . csrf() . '<label>Points, negative to take <input name=amount required></label>'
        . '<label>Reason <input name=reason required></label><button>Next</button></form>';
}
$body .= '<h2>History</h2><table>';
foreach ($details['history'] ?? [] as $entry) {
    $body .= row(substr($entry['effective_at'], 0, 10), $entry['kind'], $entry['amount'], $entry['reason'] ?? '', $entry['actor'] ?? '');
}
show("Customer $customer", "$body</table>");

/** The second step: what would happen, and the token that does exactly this. */
function preview(array $receipt, array $what, string $note): string
{
    $fields = csrf() . hidden('amount', $what['amount']) . hidden('reason', $what['reason']) . hidden('plan', $receipt['plan'])
        . hidden('key', bin2hex(random_bytes(16)));

    return "$note<form method=post class=step>$fields<p>" . h($what['amount']) . ' points, “' . h($what['reason']) . '”: the balance will be <b>'
        . h($receipt['balances'][0]['active']) . '</b>.<p><button>Confirm</button> <a href="">Back</a></form>';
}

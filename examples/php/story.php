<?php

/**
 * One story of a loyalty account, told in PHP. See examples/README.md.
 *
 *     php story.php sqlite:story.db      LOYALTY_AUTOLOAD names Composer's vendor/autoload.php; here beside the script when absent
 */

declare(strict_types=1);

use Loyalty\{Actor, Client, Engine};

require getenv('LOYALTY_AUTOLOAD') ?: __DIR__ . '/vendor/autoload.php';

/** Tells the story over a store in which nothing was told yet. */
function tell(Engine $engine): void
{
    $maria = Actor::agent('maria', ['shop', 'support']);
    // A real shop leaves time and entropy to the library.
    $at = static fn (int $minute): Client => $engine->acting(
        $maria,
        at: sprintf('2026-11-22T10:%02d:00Z', $minute),
        entropy: sprintf('entropy of minute %02d', $minute),
    );

    $at(0)->customer->create(id: 'c-42');
    $at(0)->membership->enroll(customer: 'c-42');

    $recorded = $at(1)->order->record(
        customer: 'c-42',
        number: 'o-1',
        placed_at: '2026-11-22T10:01:00Z',
        currency: 'USD',
        lines: [['unit_price' => '250.00']],
        payments: [['id' => 'p-1', 'amount' => '250.00', 'status' => 'paid']],
    );
    echo "order o-1 earned {$recorded['result']['earned'][0]['amount']}\n";

    $held = $at(2)->points->hold(customer: 'c-42', type: 'points', amount: '100');
    echo "100 on hold, {$held['balances'][0]['active']} left\n";
    $at(3)->points->capture(customer: 'c-42', hold: $held['result']['id'], amount: '100');

    $adjust = ['customer' => 'c-42', 'type' => 'points', 'amount' => '25', 'reason' => 'goodwill'];
    $preview = $at(4)->points->adjust(...$adjust, preview: true);
    echo "25 more would make {$preview['balances'][0]['active']}\n";
    $at(5)->points->adjust(...$adjust, plan: $preview['plan']);

    foreach ($at(6)->points->history(customer: 'c-42')['entries'] as $entry) {
        $day = substr($entry['effective_at'], 0, 10);
        printf("%s  %-7s  %4s  balance %s\n", $day, $entry['kind'], $entry['amount'], $entry['balance']);
    }
}

$engine = Engine::open($argv[1] ?? 'memory:');
tell($engine);
$engine->close();

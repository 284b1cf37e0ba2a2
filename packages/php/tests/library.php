<?php
// The client with the library itself, whose file the environment's LOYALTY_LIBRARY names.

declare(strict_types=1);

foreach (glob(dirname(__DIR__) . '/src/*.php') as $file) {
    require_once $file;
}

use Loyalty\{Actor, Engine, LoyaltyError};

function equal(mixed $expected, mixed $found): void
{
    if ($expected !== $found) {
        throw new LogicException('expected ' . var_export($expected, true) . ', found ' . var_export($found, true));
    }
}

/** The code with which something is refused. */
function code(callable $call): string
{
    try {
        $call();
    } catch (LoyaltyError $error) {
        return $error->code;
    }

    return 'nothing was refused';
}

$engine = Engine::open(['storage' => 'memory:']);
$loyalty = $engine->acting(Actor::agent('maria', ['admin']));

$loyalty->customer->create(id: 'c-42', email: 'ada@example.com');
$loyalty->membership->enroll(customer: 'c-42');
$receipt = $loyalty->points->adjust(customer: 'c-42', type: 'points', amount: '150', reason: 'goodwill', idempotency_key: 'k-1');
equal('150', $receipt['balances'][0]['active']);
$again = $loyalty->points->adjust(customer: 'c-42', type: 'points', amount: '150', reason: 'goodwill', idempotency_key: 'k-1');
equal(true, $again['replayed']);

$loyalty->customer->edit(customer: 'c-42', first_name: 'Ada', phone: '+43 1 234');
$loyalty->customer->edit(customer: 'c-42', phone: null);
equal(['Ada', null], [
    $loyalty->customer->get(customer: 'c-42')['profile']['first_name'] ?? null,
    $loyalty->customer->get(customer: 'c-42')['profile']['phone'] ?? null,
]);
$loyalty->email->setPreferences(customer: 'c-42', lists: []);
$loyalty->program->set(program: $loyalty->program->get()['program']);

equal([true, true, false], [$engine->mayPurchase('ada@example.com'), $engine->mayEarn('c-42'), $engine->maySignIn('nobody')]);
equal('insufficient_balance', code(fn () => $loyalty->points->spend(customer: 'c-42', type: 'points', amount: '9999')));
equal('forbidden', code(fn () => $engine->acting(Actor::customer('c-43'))->points->balance(customer: 'c-42')));
equal('invalid_request', code(fn () => Engine::open('nowhere')));
equal('invalid_request', code(fn () => $engine->mayPurchase('no email')));

$context = '{"actor":{"id":"maria","kind":"agent","roles":["admin"]}}';
$attack = '{"op":"program.get"},"context":{}},{"request":{"op":"program.get"}';
$answers = $engine->executeBatch([['{"op":"points.balance","args":{"customer":"c-42"}}', $context], [$attack, $context]]);
equal(2, count($answers));
equal(true, str_contains($answers[0], '"active":"150"'));
equal(true, str_contains($answers[1], '"invalid_request"'));

$engine->close();
echo "1 passed, 0 failed\n";

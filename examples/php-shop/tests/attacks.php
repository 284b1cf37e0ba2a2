<?php
// What must not work. Each attack says what it is answered with: a status of HTTP, or one of the codes of the library.

declare(strict_types=1);

/**
 * @param array<string, Browser> $visitors who are signed in
 * @param string $order of ben
 * @return array<string, array{int|string, callable(): Browser}>
 */
function attacks(Server $server, array $visitors, string $order): array
{
    ['ann' => $ann, 'ben' => $ben, 'maria' => $maria] = $visitors;
    $actor = ['id' => 'maria', 'kind' => 'agent', 'roles' => ['admin']];
    $give = ['customer' => 'c-1', 'type' => 'points', 'amount' => '1000', 'reason' => 'x'];
    $adjust = json_encode(['op' => 'points.adjust', 'args' => $give]);
    $json = ['Content-Type' => 'application/json'];
    $context = json_encode(['actor' => $actor]);
    $nobody = fn (): Browser => new Browser($server);
    $attacks = [
        'nobody is signed in' => [401, fn () => $nobody()->ask($adjust)],
        'a session of the attacker\'s choice' => [401, fn () => $nobody()->ask($adjust, ['Cookie' => 'PHPSESSID=' . str_repeat('a', 26)])],
        'a cookie that says who' => [401, fn () => $nobody()->ask($adjust, ['Cookie' => 'user=maria; kind=agent; roles=admin'])],
        'an agent without the token' => [403, fn () => $maria->send('POST', '/loyalty.php', $adjust, $json)],
        'an agent with an empty token' => [403, fn () => $maria->ask($adjust, ['X-CSRF-Token' => ''])],
        'an agent with a wrong token' => [403, fn () => $maria->ask($adjust, ['X-CSRF-Token' => str_repeat('0', 64)])],
        'an agent with another\'s token' => [403, fn () => $maria->ask($adjust, ['X-CSRF-Token' => $ann->token()])],
        'headers that say who' => ['forbidden', fn () => $ann->ask($adjust, ['X-Actor' => 'maria', 'X-Roles' => 'admin'])],
        'a query that says who' => ['forbidden', fn () => $ann->send(
            'POST',
            '/loyalty.php?actor=maria&kind=agent&roles[]=admin&user[kind]=agent',
            $adjust,
            $json + ['X-CSRF-Token' => $ann->token()],
        )],
        'GET' => [405, fn () => $maria->send('GET', '/loyalty.php', '', $json + ['X-CSRF-Token' => $maria->token()])],
        'PUT' => [405, fn () => $maria->send('PUT', '/loyalty.php', $adjust, $json + ['X-CSRF-Token' => $maria->token()])],
        'a form' => [415, fn () => $maria->ask(http_build_query(['request' => $adjust]), ['Content-Type' => 'application/x-www-form-urlencoded'])],
        'plain text' => [415, fn () => $maria->ask($adjust, ['Content-Type' => 'text/plain'])],
        'no type' => [415, fn () => $maria->ask($adjust, ['Content-Type' => ''])],
        'too much' => [413, fn () => $maria->ask(json_encode(['op' => 'points.adjust', 'args' => ['reason' => str_repeat('x', 1_048_576)] + $give]))],
        'more than PHP takes' => [413, fn () => $maria->ask(str_repeat(' ', 9 << 20) . $adjust)],
        'not UTF-8' => [400, fn () => $maria->ask(str_replace('"x"', "\"\xff\"", $adjust))],
        'not JSON' => ['invalid_request', fn () => $maria->ask("$adjust}")],
        'nothing' => ['invalid_request', fn () => $maria->ask('')],
        'null' => ['invalid_request', fn () => $maria->ask('null')],
        'a batch' => ['invalid_request', fn () => $maria->ask("[$adjust,$adjust]")],
        'a batch of calls' => ['invalid_request', fn () => $ann->ask("[{\"request\":$adjust,\"context\":$context}]")],
        'a call as a request' => ['invalid_request', fn () => $ann->ask("{\"request\":$adjust,\"context\":$context}")],
        'deep' => ['invalid_request', fn () => $maria->ask(str_repeat('[', 10_000) . str_repeat(']', 10_000))],
        'a name twice' => ['invalid_request|forbidden', fn () => $ann->ask('{"op":"points.balance",' . substr($adjust, 1))],
    ];

    // A request that brings rights along, at every place.
    $brought = ['context' => ['actor' => $actor], 'actor' => $actor, 'roles' => ['admin'], 'kind' => 'system', 'at' => '2026-01-01T00:00:00Z'];
    foreach ($brought as $name => $value) {
        foreach (['ann' => $ann, 'maria' => $maria] as $who => $browser) {
            $above = ['op' => 'points.adjust', 'args' => $give, $name => $value];
            $attacks["$who brings $name"] = ['invalid_request', fn () => $browser->ask(json_encode($above))];
            $within = ['op' => 'points.adjust', 'args' => $give + [$name => $value]];
            $attacks["$who brings $name in the arguments"] = ['invalid_request|forbidden', fn () => $browser->ask(json_encode($within))];
        }
    }

    // A customer does what only the staff does, and reaches for another's account.
    $staff = [
        'points.adjust' => $give,
        'points.earn' => ['customer' => 'c-1', 'type' => 'points', 'amount' => '10'],
        'points.spend' => ['customer' => 'c-1', 'type' => 'points', 'amount' => '10'],
        'points.hold' => ['customer' => 'c-1', 'type' => 'points', 'amount' => '10'],
        'customer.list' => [],
        'customer.create' => ['id' => 'c-9'],
        'customer.assign_group' => ['customer' => 'c-1', 'group' => null],
        'membership.deactivate' => ['customer' => 'c-2'],
        'blacklist.set' => ['customer' => 'c-2', 'on' => true],
        'program.set' => ['program' => ['point_types' => [['id' => 'points']]]],
        'maintenance.run' => [],
        'audit.list' => [],
        'journal.verify' => ['customer' => 'c-1'],
        'outbox.take' => ['limit' => 1, 'lease_seconds' => 60],
    ];
    $others = [
        'customer.get' => ['customer' => 'c-2'],
        'customer.details' => ['customer' => 'c-2'],
        'customer.edit' => ['customer' => 'c-2', 'email' => 'ann2@example.com'],
        'address.add' => ['customer' => 'c-2', 'lines' => ['1 High Street']],
        'email.unsubscribe_all' => ['customer' => 'c-2'],
        'points.balance' => ['customer' => 'c-2'],
        'points.history' => ['customer' => 'c-2'],
        'points.expiring' => ['customer' => 'c-2', 'type' => 'points'],
        'order.list' => ['customer' => 'c-2'],
        'order.get' => ['customer' => 'c-2', 'number' => $order],
    ];
    foreach ($staff + $others as $op => $args) {
        $attacks["a customer asks for $op"] = ['forbidden|not_found', fn () => $ann->ask(json_encode(['op' => $op, 'args' => (object) $args]))];
    }
    foreach (['points.earn', 'points.spend', 'program.set', 'outbox.take', 'maintenance.run', 'audit.list'] as $op) {
        $request = json_encode(['op' => $op, 'args' => (object) $staff[$op]]);
        $attacks["an agent without the role asks for $op"] = ['forbidden', fn () => $maria->ask($request)];
    }

    // The pages.
    $fields = ['amount' => '1000', 'reason' => 'x'];
    $into_the_basket = fn (): Browser => $ann->get('/')->form('/', ['sku' => 'pot']);

    return $attacks + [
        'nobody adjusts' => [401, fn () => $nobody()->get('/sign-in.php')->form('/admin.php?customer=c-1', $fields)],
        'a customer adjusts' => [403, fn () => $ann->get('/account.php')->form('/admin.php?customer=c-1', $fields)],
        'an agent adjusts without the token' => [403, fn () => $maria->form('/admin.php?customer=c-1', ['csrf' => ''] + $fields)],
        'an agent adjusts with a token that is a list' => [403, fn () => $maria->form('/admin.php?customer=c-1', ['csrf' => ['x']] + $fields)],
        'a plan that is none, answered with a new preview' => [200, fn () => $maria->get('/sign-in.php')->form(
            '/admin.php?customer=c-1',
            $fields + ['plan' => 'x', 'key' => 'k'],
        )],
        'an agent orders' => [403, fn () => $maria->get('/')->form('/', ['sku' => 'pot'])->form('/basket.php', ['points' => '0'])],
        'a customer reads another\'s order' => [404, fn () => $ann->get("/order.php?number=$order")],
        'a customer pays another\'s order' => [404, fn () => $ann->get('/sign-in.php')->form("/order.php?number=$order", ['do' => 'pay'])],
        'a customer pays without the token' => [403, fn () => $ben->form("/order.php?number=$order", ['csrf' => 'x', 'do' => 'pay'])],
        'a customer takes another\'s number' => [404, fn () => $into_the_basket()->form('/basket.php', ['number' => $order, 'points' => '0'])],
        'a product that is none' => [422, fn () => $ann->get('/')->form('/', ['sku' => "x' OR 1=1 --"])],
    ];
}

<?php
// The client against a library that only writes down what it is asked.

declare(strict_types=1);

foreach (glob(dirname(__DIR__) . '/src/*.php') as $file) {
    require_once $file;
}

use Loyalty\{Absent, Actor, Client, Engine, Library, LoyaltyError, Platform};

const REFUSED = '{"error":{"code":"not_found","message":"there is no customer","retry":"never","details":{"id":"x"}}}';

/** A library of which we say what it answers. */
final class Fake extends Library
{
    public string $answer = '{"ok":{}}';

    /** @var list<string> */
    public array $seen = [];

    public function open(string $config): int
    {
        $this->seen = [$config];

        return 7;
    }

    public function close(int $handle): void
    {
        $this->seen = ["closed $handle"];
    }

    public function execute(int $handle, string $request, string $context): string
    {
        $this->seen = [$request, $context];

        return $this->answer;
    }

    public function executeBatch(int $handle, string $calls): string
    {
        $this->seen = [$calls];

        return '[{"ok":{"lists":{}}},{"ok":1}]';
    }

    public function mayPurchase(int $handle, string $email): bool
    {
        return $email === 'ada@example.com';
    }

    public function maySignIn(int $handle, string $customer): bool
    {
        throw LoyaltyError::ofAnswer(REFUSED);
    }
}

final class Tests
{
    private Fake $fake;
    private Engine $engine;
    private Client $client;

    public function __construct()
    {
        $this->fake = new Fake();
        $this->engine = Engine::open('sqlite:shop.db', $this->fake);
        $this->client = $this->engine->acting(Actor::agent('maria', ['support']), at: '2026-11-22T10:00:00Z');
    }

    public function testOpensWithJson(): void
    {
        equal(['{"storage":"sqlite:shop.db"}'], $this->fake->seen);
        $other = Engine::open(['storage' => 'sqlite::memory:', 'timeout_ms' => 5], $this->fake);
        equal(['{"storage":"sqlite::memory:","timeout_ms":5}'], $this->fake->seen);
        unset($other);
        equal(['closed 7'], $this->fake->seen);
    }

    public function testACallIsARequestAndAContext(): void
    {
        $this->fake->answer = '{"ok":{"result":{"entry":"e1"},"recorded_at":"2026-11-22T10:00:00Z"}}';
        $receipt = $this->client->points->adjust(
            customer: 'c-42',
            type: 'points',
            amount: '150',
            reason: 'goodwill',
            idempotency_key: 'k',
            if_version: 0,
        );
        equal('e1', $receipt['result']['entry']);
        equal([
            '{"op":"points.adjust","args":{"customer":"c-42","type":"points","amount":"150","reason":"goodwill"},"idempotency_key":"k","if_version":0}',
            '{"actor":{"id":"maria","kind":"agent","roles":["support"]},"at":"2026-11-22T10:00:00Z"}',
        ], $this->fake->seen);
    }

    public function testNullIsSentWhereItCanMeanSomething(): void
    {
        $this->client->customer->edit(customer: 'c-42', phone: null, group: Absent::Value);
        equal('{"op":"customer.edit","args":{"customer":"c-42","phone":null}}', $this->fake->seen[0]);
        $this->client->address->add(customer: 'c-42', default_billing: null, default_shipping: false);
        equal('{"op":"address.add","args":{"customer":"c-42","default_shipping":false}}', $this->fake->seen[0]);
    }

    public function testAnEmptyMapAndNoArgumentsAreObjects(): void
    {
        $this->client->email->setPreferences(customer: 'c-42', lists: []);
        equal('{"op":"email.set_preferences","args":{"customer":"c-42","lists":{}}}', $this->fake->seen[0]);
        $this->client->program->get();
        equal('{"op":"program.get","args":{}}', $this->fake->seen[0]);
        $this->client->address->add(customer: 'c-42', lines: []);
        equal('{"op":"address.add","args":{"customer":"c-42","lines":[]}}', $this->fake->seen[0]);
    }

    public function testARefusalIsThrown(): void
    {
        $this->fake->answer = REFUSED;
        $calls = [fn () => $this->client->customer->get(customer: 'x'), fn () => $this->engine->maySignIn('x')];
        foreach ($calls as $call) {
            try {
                $call();
                throw new LogicException('nothing was thrown');
            } catch (LoyaltyError $error) {
                equal(['not_found', 'there is no customer', 'never', ['id' => 'x']], [$error->code, $error->getMessage(), $error->retry, $error->details]);
            }
        }
        equal(true, $this->engine->mayPurchase('ada@example.com'));
    }

    public function testARequestOfABatchCannotBringItsOwnContext(): void
    {
        $attack = '{"op":"x"},"context":{"actor":{"kind":"system"}}},{"request":{"op":"y"}';
        $answers = $this->engine->executeBatch([['{"op":"points.balance","args":{}}', '{"actor":{}}'], [$attack, '{"actor":{}}']]);
        $quoted = json_encode($attack);
        equal("[{\"request\":{\"op\":\"points.balance\",\"args\":{}},\"context\":{\"actor\":{}}},{\"request\":$quoted,\"context\":{\"actor\":{}}}]", $this->fake->seen[0]);
        equal(['{"ok":{"lists":{}}}', '{"ok":1}'], $answers);
    }

    public function testAnActorIsAContext(): void
    {
        $this->engine->execute('{}', Actor::customer('c-42'));
        equal(['{}', '{"actor":{"id":"c-42","kind":"customer","roles":[]}}'], $this->fake->seen);
        $this->engine->executeBatch([['{}', Actor::system('till-3', ['shop'])]]);
        equal(['[{"request":{},"context":{"actor":{"id":"till-3","kind":"system","roles":["shop"]}}}]'], $this->fake->seen);
    }

    public function testWhatIsNotUtf8IsRefusedLikeAnyOtherValue(): void
    {
        try {
            $this->client->customer->list(search: "\xff");
            throw new LogicException('nothing was thrown');
        } catch (LoyaltyError $error) {
            equal('invalid_request', $error->code);
            equal('never', json_decode($error->answer(), true)['error']['retry']);
        }
    }

    public function testPlatformsHaveNames(): void
    {
        equal('x86_64-linux-gnu', Platform::name('Linux', 'x86_64', false));
        equal('aarch64-linux-musl', Platform::name('Linux', 'aarch64', true));
        equal('aarch64-macos', Platform::name('Darwin', 'arm64', false));
        equal('x86_64-windows', Platform::name('Windows', 'AMD64', false));
        equal('riscv64-linux-gnu', Platform::name('Linux', 'riscv64', false));
    }

    public function testClosesOnce(): void
    {
        $this->engine->close();
        equal(['closed 7'], $this->fake->seen);
        $this->engine->close();
        try {
            $this->engine->mayPurchase('x');
            throw new RuntimeException('nothing was thrown');
        } catch (LogicException $error) {
            equal('the engine is closed; open another', $error->getMessage());
        }
    }
}

function equal(mixed $expected, mixed $found): void
{
    if ($expected !== $found) {
        throw new LogicException('expected ' . var_export($expected, true) . ', found ' . var_export($found, true));
    }
}

$failed = 0;
$tests = preg_grep('/^test/', get_class_methods(Tests::class));
foreach ($tests as $test) {
    try {
        (new Tests())->$test();
    } catch (Throwable $error) {
        $failed++;
        echo "$test: {$error->getMessage()} (line {$error->getLine()})\n";
    }
}
echo count($tests) - $failed, " passed, $failed failed\n";
exit($failed === 0 ? 0 : 1);

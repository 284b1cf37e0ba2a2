<?php

/**
 * The engine with the real library: how it is loaded, how it ends, and what a worker that runs for days may rely on.
 *
 *     LOYALTY_LIBRARY=../../target/release/libloyalty.so php tests/engine.php <empty folder>
 */

declare(strict_types=1);

use Loyalty\{Actor, Engine, Library, LoyaltyError, Platform};

foreach (glob(dirname(__DIR__) . '/src/*.php') as $file) {
    require_once $file;
}

final class Tests
{
    public function __construct(private readonly string $folder)
    {
    }

    public function testAHundredThousandCallsLeaveNoMemoryBehind(): void
    {
        $engine = $this->engine('memory:');
        $balance = '{"op":"points.balance","args":{"customer":"c-1"}}';
        $maria = Actor::agent('maria', ['admin']);
        $loyalty = $engine->acting($maria);
        $calls = [
            fn () => $engine->execute($balance, $maria),
            fn () => $engine->maySignIn('c-1'),
            fn () => $loyalty->points->balance(customer: 'c-1'),
            fn () => thrown(fn () => $loyalty->points->balance(customer: 'nobody'), LoyaltyError::class),
            fn () => thrown(fn () => $engine->execute("\xff", $maria), LoyaltyError::class),
        ];
        $work = function (int $times) use ($calls): void {
            for ($number = 0; $number < $times; $number++) {
                $calls[$number % count($calls)]();
            }
        };
        $work(10_000); // what is kept for good is kept by now
        [$used, $resident] = [memory_get_usage(), resident()];
        $work(100_000);
        true_that(memory_get_usage() - $used < 64 * 1024, 'PHP grew by ' . memory_get_usage() - $used . ' bytes');
        true_that(resident() - $resident < 4096, 'the process grew by ' . resident() - $resident . ' KiB');
    }

    public function testOpeningAndClosingLeavesNoMemoryAndNoFilesBehind(): void
    {
        $work = fn (int $times) => array_map(fn () => $this->engine('sqlite:opened.db')->maySignIn('c-1'), array_fill(0, $times, 0));
        $work(100);
        [$used, $resident, $files] = [memory_get_usage(), resident(), count(scandir('/proc/self/fd'))];
        $work(500);
        equal($files, count(scandir('/proc/self/fd')));
        true_that(memory_get_usage() - $used < 64 * 1024, 'PHP grew by ' . memory_get_usage() - $used . ' bytes');
        true_that(resident() - $resident < 8192, 'the process grew by ' . resident() - $resident . ' KiB');
    }

    public function testAnExceptionInTheMiddleLeavesTheEngineUsable(): void
    {
        $engine = $this->engine('sqlite:middle.db');
        $loyalty = $engine->acting(Actor::agent('maria', ['admin']));
        $give = function () use ($loyalty): never {
            $loyalty->points->adjust(customer: 'c-1', type: 'points', amount: '5', reason: 'r');
            throw new DomainException('the shop failed');
        };
        thrown($give, DomainException::class);
        equal('5', $loyalty->points->balance(customer: 'c-1')['balances'][0]['active']);
    }

    public function testAnEngineIsNeitherClonedNorSerialized(): void
    {
        $engine = $this->engine('memory:');
        $message = thrown(fn () => clone $engine, LogicException::class);
        equal('an engine is one open storage and cannot be cloned; pass it on, or open another', $message);
        $client = $engine->acting(Actor::customer('c-1'));
        foreach ([$engine, $client] as $value) {
            $message = thrown(fn () => serialize($value), LogicException::class);
            equal('an engine is an open storage of this process and cannot be serialized; keep its address and open it again', $message);
        }
        thrown(fn () => unserialize('O:14:"Loyalty\Engine":1:{s:6:"handle";i:1;}'), LogicException::class);
        equal(true, $engine->maySignIn('c-1'));
    }

    public function testTheScriptMayEndAsItLikes(): void
    {
        $ends = [
            'nothing' => ['', 0],
            'exit' => ['exit(7);', 7],
            'an exception' => ['throw new DomainException("x");', 255],
            'out of memory' => ['ini_set("memory_limit", "8M"); str_repeat("x", 1 << 26);', 255],
        ];
        foreach ($ends as $name => [$end, $wanted]) {
            // What it says at the very end are the files of the storage that are still open.
            [$status, $said] = $this->script(<<<'PHP'
                $count = fn () => print(count(preg_grep('/ended.db/', array_map(fn ($fd) => (string) @readlink($fd), glob('/proc/self/fd/*')))));
                $late = fn () => register_shutdown_function($count);
                register_shutdown_function(fn () => register_shutdown_function($late));
                PHP . $end);
            equal([$name, $wanted], [$name, $status]);
            // A destructor comes after it; after a fatal error there is none, and the storage is closed already.
            true_that($name !== 'out of memory' || $said === '0', "$name: $said files are open");
        }
    }

    public function testAForkedChildOpensItsOwn(): void
    {
        $engine = $this->engine('sqlite:forked.db');
        $child = pcntl_fork();
        if ($child === 0) {
            $message = thrown(fn () => $engine->maySignIn('c-1'), LogicException::class);
            $own = Engine::open("sqlite:$this->folder/forked.db");
            $right = $message === 'the engine was opened before this process was forked; open one in the child' && $own->maySignIn('c-1');
            exit($right ? 0 : 1); // and the destructor leaves the parent's storage alone
        }
        pcntl_waitpid($child, $status);
        equal(0, pcntl_wexitstatus($status));
        equal(true, $engine->maySignIn('c-1'));
    }

    public function testALibraryThatIsNotThereIsNamed(): void
    {
        $message = thrown(fn () => Engine::open('memory:', new Library('/nowhere/libloyalty.so')), RuntimeException::class);
        equal('there is no file /nowhere/libloyalty.so; LOYALTY_LIBRARY or `new Library($path)` names it', $message);
        mkdir("$this->folder/empty");
        $message = thrown(fn () => Platform::library("$this->folder/empty"), RuntimeException::class);
        true_that(str_starts_with($message, 'this package has no library for ' . Platform::here() . ', for none at all;'), $message);
        file_put_contents("$this->folder/libloyalty.so", 'no library');
        $message = thrown(fn () => Engine::open('memory:', new Library("$this->folder/libloyalty.so")), RuntimeException::class);
        equal("Failed loading '$this->folder/libloyalty.so'", $message);
    }

    /** An engine with one member. */
    private function engine(string $storage): Engine
    {
        $engine = Engine::open(str_replace('sqlite:', "sqlite:$this->folder/", $storage));
        if (!$engine->maySignIn('c-1')) {
            $loyalty = $engine->acting(Actor::agent('maria', ['admin']));
            $loyalty->customer->create(id: 'c-1');
            $loyalty->membership->enroll(customer: 'c-1');
        }

        return $engine;
    }

    /** @return array{int, string} how a script of its own ended that has an engine open, and what it said */
    private function script(string $code): array
    {
        $start = sprintf('foreach (glob(%s) as $file) { require_once $file; }', var_export(dirname(__DIR__) . '/src/*.php', true))
            . sprintf('$engine = Loyalty\Engine::open(%s);', var_export("sqlite:$this->folder/ended.db", true));
        $command = [PHP_BINARY, '-d', 'display_errors=0', '-d', 'log_errors=0', '-r', $start . $code];
        $process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
        $said = stream_get_contents($pipes[1]);

        return [proc_close($process), (string) $said];
    }
}

/** The message of what is thrown. */
function thrown(callable $call, string $class): string
{
    try {
        $call();
    } catch (Throwable $error) {
        true_that($error instanceof $class, "{$error->getMessage()} is no $class");

        return $error->getMessage();
    }
    throw new AssertionError("no $class was thrown");
}

function equal(mixed $expected, mixed $found): void
{
    true_that($expected === $found, 'expected ' . var_export($expected, true) . ', found ' . var_export($found, true));
}

function true_that(bool $condition, string $otherwise): void
{
    $condition || throw new AssertionError($otherwise);
}

/** The resident memory of this process in KiB. */
function resident(): int
{
    preg_match('/VmRSS:\s+(\d+)/', (string) file_get_contents('/proc/self/status'), $found);

    return (int) $found[1];
}

$failed = 0;
$tests = preg_grep('/^test/', get_class_methods(Tests::class));
foreach ($tests as $test) {
    try {
        (new Tests($argv[1]))->$test();
    } catch (Throwable $error) {
        $failed++;
        echo "$test: {$error->getMessage()} (line {$error->getLine()})\n";
    }
}
echo count($tests) - $failed, " passed, $failed failed\n";
exit($failed === 0 ? 0 : 1);

<?php

/**
 * Walks through the shop as a customer, as an agent and as an attacker, under PHP's own server and under php-fpm.
 *
 *     LOYALTY_LIBRARY=../../target/release/libloyalty.so php tests/shop.php [builtin] [fpm] [pool] [preload] [restricted]
 *
 * Without names, all of them. It needs pdo_sqlite, pcntl and posix, and php-fpm for all but the first.
 */

declare(strict_types=1);

use Loyalty\{Actor, Client, Engine};

foreach ([...glob(dirname(__DIR__, 3) . '/packages/php/src/*.php'), ...glob(__DIR__ . '/[!s]*.php'), __DIR__ . '/servers.php'] as $file) {
    require_once $file;
}

final class Walk
{
    public int $checks = 0;
    private Engine $engine;
    private Client $admin;

    public function __construct(private readonly Server $server, private readonly string $data)
    {
        $this->engine = Engine::open("sqlite:$data/loyalty.db");
        $this->admin = $this->engine->acting(Actor::system('test', ['admin']));
    }

    public function asACustomer(): void
    {
        $ann = new Browser($this->server);
        $ann->cookie = $chosen = str_repeat('a', 26);
        $this->equal('The email or the password is wrong.', $ann->signIn('ann@example.com', 'guess')->text('refused'));
        $before = $ann->cookie;
        $this->equal(true, $before !== $chosen); // a session that the server did not make is none
        $this->equal(['500', '0'], $this->points($ann->signIn('Ann@example.com')));
        $this->equal(true, $before !== $ann->cookie); // a session that was known before is not the one that is signed in
        $this->equal(1, preg_match('/Welcome!/', $ann->page));
        $this->equal(1, preg_match('/<td>' . (gmdate('Y') + 1) . '-\d\d-\d\d<td>500/', $ann->page));

        // A pot and redeemed points: set aside, then spent, and what was paid earns.
        $number = $ann->order('pot', 1, 300);
        $this->equal('open', $ann->text('state'));
        $this->equal(['200', '300'], $this->points($ann->get('/account.php')));
        $ann->get('/')->form('/', ['sku' => 'mint'])->form('/basket.php', ['number' => $number, 'points' => '1']); // sent twice
        $this->equal(['200', '300'], $this->points($ann->get('/account.php')));
        $ann->get('/basket.php')->form('/basket.php', ['do' => 'empty']);
        $ann->get("/order.php?number=$number")->form("/order.php?number=$number", ['do' => 'pay']);
        $this->equal(['paid', '31'], [$ann->text('state'), $ann->text('earned')]);
        $this->equal(['231', '0'], $this->points($ann->get('/account.php')));
        $this->equal(1, preg_match("/<td>Order $number<td>31<td>231/", $ann->page));
        $ann->form("/order.php?number=$number", ['do' => 'cancel']);
        $this->equal([422, 'This order is settled already.'], [$ann->status, $ann->text('refused')]);

        // Another is canceled, and its points come back.
        $number = $ann->order('shortbread', 2, 100);
        $this->equal(['131', '100'], $this->points($ann->get('/account.php')));
        $ann->get("/order.php?number=$number")->form("/order.php?number=$number", ['do' => 'cancel']);
        $this->equal(['canceled', '0'], [$ann->text('state'), $ann->text('earned')]);
        $this->equal(['231', '0'], $this->points($ann->get('/account.php')));

        // More points than there are, than may be, or none at all.
        foreach (['232' => 'pot', '1000' => 'mint', '-5' => 'pot', '1e2' => 'pot', '' => 'pot'] as $points => $sku) {
            $ann->get('/basket.php')->form('/basket.php', ['do' => 'empty'])->form('/', ['sku' => $sku]);
            $ann->get('/basket.php')->form('/basket.php', ['points' => $points]);
            $this->equal([$points, 422], [$points, $ann->status]);
        }
        $this->equal(['231', '0'], $this->points($ann->get('/account.php')));
        $this->equal(0, substr_count($ann->ask('{"op":"points.balance","args":{"customer":"c-1"}}')->page, 'error'));
        $ann->get('/sign-in.php')->form('/sign-in.php', []);
        $this->equal(401, $ann->get('/account.php')->status);
    }

    public function asACustomerWhoIsHeldBack(): void
    {
        $ben = (new Browser($this->server))->signIn('ben@example.com');
        $this->admin->blacklist->set(customer: 'c-2', on: true, reason: 'test');
        $ben->order('cup', 1, 0);
        $this->equal('We cannot take an order from this account. Please write to us.', $ben->text('refused'));
        $this->admin->blacklist->set(customer: 'c-2', on: false, reason: 'test');
        $this->admin->membership->deactivate(customer: 'c-2', reason: 'test');
        $again = (new Browser($this->server))->signIn('ben@example.com');
        $this->equal('This account cannot sign in. Please write to us.', $again->text('refused'));
        $this->equal(401, $again->get('/account.php')->status);
        $this->admin->membership->reactivate(customer: 'c-2');
    }

    public function asAnAgent(): void
    {
        $maria = (new Browser($this->server))->signIn('maria@example.com');
        $this->equal(1, preg_match('/ann@example.com.*customer=c-1"/s', $maria->page));
        $this->equal(0, substr_count($maria->get('/admin.php?search=ben')->page, 'ann@'));
        $page = '/admin.php?customer=c-1';
        $maria->get($page)->form($page, ['amount' => '50', 'reason' => 'late <b>parcel</b>']);
        $this->equal(1, preg_match('/“late &lt;b&gt;parcel&lt;\/b&gt;”: the balance will be <b>281/', $maria->page));
        $this->equal('231', $this->balance('c-1'));
        $confirm = fn (): array => array_map($maria->hidden(...), ['amount' => 'amount', 'reason' => 'reason', 'plan' => 'plan', 'key' => 'key']);
        $form = $confirm();
        $this->equal('281', $maria->form($page, $form)->text('active'));
        $this->equal('281', $maria->form($page, $form)->text('active')); // a second click
        $this->equal(1, preg_match('/<td>50<td>late &lt;b&gt;parcel&lt;\/b&gt;<td>maria/', $maria->page));

        // Somebody else was faster: nothing happens until the new outcome is confirmed.
        $maria->get($page)->form($page, ['amount' => '-80', 'reason' => 'mistake']);
        $this->admin->points->adjust(customer: 'c-1', type: 'points', amount: '-1', reason: 'meanwhile');
        $maria->form($page, $confirm());
        $this->equal('The account has changed meanwhile. Please look again.', $maria->text('refused'));
        $this->equal('280', $this->balance('c-1'));
        $this->equal('200', $maria->form($page, $confirm())->text('active'));
        $maria->get($page)->form($page, ['amount' => '-201', 'reason' => 'too much']);
        $this->equal([422, '200'], [$maria->status, $this->balance('c-1')]);

        // The same by the widget.
        $adjust = '{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"7","reason":"widget"},"idempotency_key":"w-1"}';
        $this->equal('', $maria->ask($adjust)->code());
        $this->equal(true, json_decode($maria->ask($adjust)->page, true)['ok']['replayed']);
        $this->equal('207', $this->balance('c-1'));
        $this->admin->points->adjust(customer: 'c-1', type: 'points', amount: '-7', reason: 'back again');
    }

    /** Several workers at once: none of the orders is lost, and none counts twice. */
    public function asACrowd(): void
    {
        $before = [$this->balance('c-1'), $this->balance('c-2')];
        $race = (new Browser($this->server))->signIn('ann@example.com');
        $number = $race->order('pot', 1, 100);
        $visits = [];
        foreach (['ann', 'ben', 'ann', 'ben', 'ann', 'ben'] as $name) {
            $visits[] = function () use ($name): bool {
                $browser = (new Browser($this->server))->signIn("$name@example.com");
                $order = $browser->order('mint', 1, 0);

                return $browser->form("/order.php?number=$order", ['do' => 'pay'])->text('earned') === '4';
            };
        }
        // Two browsers of one customer: one pays an order while the other cancels it.
        foreach (['pay', 'cancel'] as $do) {
            $visits[] = function () use ($number, $do): bool {
                $browser = (new Browser($this->server))->signIn('ann@example.com')->get('/');

                return in_array($browser->form("/order.php?number=$number", ['do' => $do])->status, [200, 422], true);
            };
        }
        $children = [];
        foreach ($visits as $visit) {
            $child = pcntl_fork();
            if ($child === 0) {
                $right = false;
                try {
                    $right = $visit();
                } finally {
                    posix_kill(getmypid(), $right ? SIGTERM : SIGUSR1); // no end of the script here: what is open is the parent's
                }
            }
            $children[] = $child;
        }
        foreach ($children as $number_of_visit => $child) {
            pcntl_waitpid($child, $status);
            $this->equal([$number_of_visit, SIGTERM], [$number_of_visit, pcntl_wtermsig($status)]);
        }
        $state = $race->get("/order.php?number=$number")->text('state');
        $wanted = $before[0] + 3 * 4 + ['paid' => 33 - 100, 'canceled' => 0][$state];
        $this->equal([(string) $wanted, (string) ($before[1] + 3 * 4)], [$this->balance('c-1'), $this->balance('c-2')]);
        $this->equal('0', $this->admin->points->balance(customer: 'c-1')['balances'][0]['held']);
    }

    public function asAnAttacker(): void
    {
        $visitors = [];
        foreach (['ann', 'ben', 'maria'] as $name) {
            $visitors[$name] = (new Browser($this->server))->signIn("$name@example.com");
        }
        $order = $visitors['ben']->order('pot', 1, 50);
        $before = $this->everything();
        foreach (attacks($this->server, $visitors, $order) as $name => [$wanted, $attack]) {
            $browser = $attack();
            $found = is_int($wanted) ? $browser->status : $browser->code();
            $this->equal([$name, $wanted], [$name, in_array((string) $found, explode('|', (string) $wanted), true) ? $wanted : $found]);
            $this->equal([$name, $before], [$name, $this->everything()]);
        }
        $page = $visitors['maria']->get('/admin.php?search=' . rawurlencode('"><script>'))->page;
        $this->equal([0, 1], [substr_count($page, '<script>'), substr_count($page, '&quot;&gt;&lt;script&gt;')]);
        $visitors['ben']->get("/order.php?number=$order")->form("/order.php?number=$order", ['do' => 'cancel']);
    }

    /** All that an attack could change. */
    private function everything(): string
    {
        $all = [$this->admin->program->get(), $this->admin->customer->list(guests: true)];
        foreach (['c-1', 'c-2'] as $customer) {
            $all[] = array_diff_key($this->admin->points->balance(customer: $customer), ['at' => true]);
            $all[] = $this->admin->points->history(customer: $customer);
            $all[] = $this->admin->customer->details(customer: $customer, tabs: ['profile', 'membership', 'email', 'addresses', 'orders']);
        }
        $sessions_do_not_count = ['last_login_at' => true];

        return json_encode(array_map(fn (array $one): array => array_diff_key($one, $sessions_do_not_count), $all), JSON_PRETTY_PRINT);
    }

    /** What the account page says: to spend, and held. */
    private function points(Browser $browser): array
    {
        return [$browser->text('active'), $browser->text('held')];
    }

    private function balance(string $customer): string
    {
        return $this->admin->points->balance(customer: $customer, type: 'points')['balances'][0]['active'];
    }

    private function equal(mixed $wanted, mixed $found): void
    {
        $this->checks++;
        if ($wanted !== $found) {
            throw new RuntimeException('wanted ' . json_encode($wanted) . ', found ' . json_encode($found));
        }
    }
}

/** A folder with a shop that is set up, what its server has to know, and an end that leaves nothing behind. */
function with_shop(callable $test): void
{
    $data = sys_get_temp_dir() . '/shop-' . bin2hex(random_bytes(6));
    mkdir($data, 0o700);
    $environment = ['SHOP_DATA' => $data, 'PATH' => (string) getenv('PATH')];
    $environment += getenv('LOYALTY_LIBRARY') ? ['LOYALTY_LIBRARY' => (string) realpath(getenv('LOYALTY_LIBRARY'))] : [];
    try {
        $setup = proc_open([PHP_BINARY, dirname(__DIR__) . '/setup.php'], [1 => ['file', '/dev/null', 'w']], $pipes, null, $environment);
        proc_close($setup) === 0 || throw new RuntimeException('setup.php failed');
        $test($data, $environment);
    } finally {
        $files = new RecursiveDirectoryIterator($data, FilesystemIterator::SKIP_DOTS);
        foreach (new RecursiveIteratorIterator($files, RecursiveIteratorIterator::CHILD_FIRST) as $file) {
            $file->isDir() ? rmdir((string) $file) : unlink((string) $file);
        }
        rmdir($data);
    }
}

function walk(string $name, Server $server, string $data): void
{
    try {
        $walk = new Walk($server, $data);
        foreach (['asACustomer', 'asACustomerWhoIsHeldBack', 'asAnAgent', 'asACrowd', 'asAnAttacker'] as $step) {
            $walk->$step();
        }
        echo "$name: $walk->checks checks hold\n";
    } catch (Throwable $error) {
        $said = (string) file_get_contents("$data/server.log");
        echo @file_get_contents("$data/php.log"), preg_replace('/^.*(Accepted|Closing|\[\d+\]: [A-Z]+ .*)\n/m', '', $said);
        throw $error;
    } finally {
        $server->stop();
    }
}

define('PUBLIC_FOLDER', dirname(__DIR__) . '/public');
$package = dirname(__DIR__, 3) . '/packages/php';
$servers = [
    'builtin' => fn (string $data, array $environment) => walk('builtin', new BuiltIn(PUBLIC_FOLDER, $data, $environment), $data),
    'fpm' => fn (string $data, array $environment) => walk('fpm', new Fpm(PUBLIC_FOLDER, $data, $environment, ['ffi.enable=true']), $data),
    'pool' => function (string $data, array $environment): void {
        walk('pool', new Fpm(PUBLIC_FOLDER, $data, $environment, [], ['php_admin_flag[ffi.enable] = on']), $data);
    },
    // ffi.enable=preload is what PHP sets by itself: then the package is preloaded, and need not be told where the library is.
    'preload' => function (string $data, array $environment) use ($package): void {
        file_put_contents("$data/loyalty.h", shell_exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg("$package/preload.php")));
        unset($environment['LOYALTY_LIBRARY']);
        $user = posix_getpwuid(posix_getuid())['name'];
        $settings = ['ffi.enable=preload', "ffi.preload=$data/loyalty.h", "opcache.preload=$package/preload.php", "opcache.preload_user=$user"];
        walk('preload', new Fpm(PUBLIC_FOLDER, $data, $environment, $settings), $data);
    },
    'restricted' => function (string $data, array $environment): void {
        $server = new Fpm(PUBLIC_FOLDER, $data, $environment, ['ffi.enable=preload']);
        $browser = (new Browser($server))->signIn('ann@example.com');
        $server->stop();
        $log = (string) file_get_contents("$data/php.log");
        $said = str_contains($log, 'PHP does not allow FFI here: set ffi.enable=true in php.ini');
        if (!$said || $browser->status !== 500 || str_contains($browser->page, 'FFI')) {
            throw new RuntimeException("restricted: $browser->status $browser->page\n$log");
        }
        echo "restricted: the log says what to set\n";
    },
];
foreach (array_slice($argv, 1) ?: array_keys($servers) as $name) {
    with_shop($servers[$name]);
}

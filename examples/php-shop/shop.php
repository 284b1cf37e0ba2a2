<?php
// What every page needs: the classes, the two storages, the session, and a frame of HTML.

declare(strict_types=1);

use Loyalty\{Actor, Client, Engine, LoyaltyError};

// In a shop of your own: require 'vendor/autoload.php';
foreach (glob(dirname(__DIR__, 2) . '/packages/php/src/*.php') as $file) {
    require_once $file;
}

/** Something that the shop does not do, said to the visitor. */
final class Refusal extends RuntimeException
{
}

/** The folder of all data. The server must not give it away. */
function folder(): string
{
    return getenv('SHOP_DATA') ?: __DIR__ . '/data';
}

/** The loyalty accounts, opened when a page needs them first. */
function engine(): Engine
{
    static $engine = null;

    return $engine ??= Engine::open('sqlite:' . folder() . '/loyalty.db');
}

/** The operations as the shop's own software may call them. */
function shop(): Client
{
    return engine()->acting(Actor::system('shop', ['shop']));
}

/**
 * Asks the shop's own tables. They are a file of their own: PHP and the library each bring an SQLite, and two of them in one process must
 * not open the same file, or closing it in one takes away the locks of the other.
 */
function query(string $sql, mixed ...$values): PDOStatement
{
    static $database = null;
    $database ??= new PDO('sqlite:' . folder() . '/shop.db', options: [
        PDO::ATTR_TIMEOUT => 5, // seconds for other workers to finish writing
        PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
    ]);
    $statement = $database->prepare($sql);
    $statement->execute($values);

    return $statement;
}

function begin(): void
{
    set_exception_handler(fail(...));
    header("Content-Security-Policy: default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    header('X-Content-Type-Options: nosniff');
    session_save_path(folder() . '/sessions');
    session_start([
        'use_strict_mode' => true,
        'cookie_httponly' => true,
        'cookie_samesite' => 'Lax',
        'cookie_secure' => isset($_SERVER['HTTPS']),
    ]);
    $_SESSION['csrf'] ??= bin2hex(random_bytes(32));
}

/** Who is signed in, as the sign-in wrote it into the session; nothing of it comes from the browser. */
function user(string ...$kinds): array
{
    $user = $_SESSION['user'] ?? null;
    if ($user === null || !in_array($user['kind'], $kinds, true)) {
        http_response_code($user === null ? 401 : 403);
        throw new Refusal($user === null ? 'Please sign in first.' : 'This page is not for you.');
    }

    return $user;
}

/** Whether a form was sent, by a page of this shop. */
function posted(): bool
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        return false;
    }
    if (!hash_equals($_SESSION['csrf'], field('csrf'))) {
        http_response_code(403);
        throw new Refusal('This form is too old. Please go back and load it again.');
    }

    return true;
}

/** A field of the form that was sent. */
function field(string $name): string
{
    return is_string($_POST[$name] ?? null) ? trim($_POST[$name]) : '';
}

function hidden(string $name, string $value): string
{
    return '<input type="hidden" name="' . h($name) . '" value="' . h($value) . '">';
}

function csrf(): string
{
    return hidden('csrf', $_SESSION['csrf']);
}

function h(string|int|null $text): string
{
    return htmlspecialchars((string) $text, ENT_QUOTES | ENT_SUBSTITUTE);
}

/** A row of a table. */
function row(string|int|null ...$cells): string
{
    return '<tr><td>' . implode('<td>', array_map(h(...), $cells));
}

/** Cents as the library reads amounts: exact, never a float. */
function euros(int $cents): string
{
    return sprintf('%d.%02d', intdiv($cents, 100), $cents % 100);
}

function show(string $title, string $body): void
{
    $kind = $_SESSION['user']['kind'] ?? '';
    $links = ['/' => 'Shop', '/basket.php' => 'Basket (' . array_sum($_SESSION['basket'] ?? []) . ')']
        + (['customer' => ['/account.php' => 'My account'], 'agent' => ['/admin.php' => 'Customers']][$kind] ?? []);
    $links['/sign-in.php'] = $kind === '' ? 'Sign in' : 'Sign out';
    $menu = implode('', array_map(fn (string $to, string $name): string => "<a href=\"$to\">$name</a>", array_keys($links), $links));
    $title = h($title);
    echo "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>$title</title>"
        . "<link rel=stylesheet href=/style.css><header><b>Tea &amp; Biscuits</b><nav>$menu</nav></header><main><h1>$title</h1>$body</main></html>";
}

function go(string $to): never
{
    header("Location: $to", true, 303);
    exit;
}

/** What was refused is said to the visitor; what went wrong, to the log alone. */
function fail(Throwable $error): void
{
    $known = $error instanceof Refusal || $error instanceof LoyaltyError;
    if (http_response_code() === 200) {
        http_response_code($known ? 422 : 500);
    }
    $known || error_log((string) $error);
    show('Sorry', '<p class=refused>' . h($known ? $error->getMessage() : 'Something went wrong. Please try again.'));
}

<?php
// Makes the shop's data: products, people, their loyalty accounts. Run again, it changes nothing.

declare(strict_types=1);

use Loyalty\{Actor, Engine};

require __DIR__ . '/shop.php';

is_dir(folder() . '/sessions') || mkdir(folder() . '/sessions', 0o700, true);
query('PRAGMA journal_mode = WAL');
query('CREATE TABLE IF NOT EXISTS product (sku TEXT PRIMARY KEY, name TEXT NOT NULL, cents INTEGER NOT NULL, picture TEXT NOT NULL)');
query('CREATE TABLE IF NOT EXISTS user (email TEXT PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, roles TEXT NOT NULL, password TEXT NOT NULL)');
query('CREATE TABLE IF NOT EXISTS orders (number TEXT PRIMARY KEY, customer TEXT NOT NULL, placed_at TEXT NOT NULL, lines TEXT NOT NULL,
    total INTEGER NOT NULL, points INTEGER NOT NULL, hold TEXT, state TEXT NOT NULL)');

$products = [
    ['assam', 'Assam, 100 g', 690, '🍵'],
    ['mint', 'Peppermint, 80 g', 450, '🌿'],
    ['shortbread', 'Shortbread', 520, '🍪'],
    ['pot', 'Stoneware pot', 3400, '🫖'],
    ['cup', 'Cup with saucer', 1250, '☕'],
];
foreach ($products as $product) {
    query('INSERT OR IGNORE INTO product VALUES (?, ?, ?, ?)', ...$product);
}
$password = password_hash('tea for two', PASSWORD_DEFAULT);
$people = [
    ['ann@example.com', 'c-1', 'customer', '[]'],
    ['ben@example.com', 'c-2', 'customer', '[]'],
    ['maria@example.com', 'maria', 'agent', '["support"]'],
];
foreach ($people as $person) {
    query('INSERT OR IGNORE INTO user VALUES (?, ?, ?, ?, ?)', ...[...$person, $password]);
}

// The program: one point for each full euro that is paid with money, and a point lasts a year.
$rule = ['id' => 'one-per-euro', 'type' => 'points', 'points' => '1', 'per' => '1', 'full_steps' => true, 'less_spent_points' => true];
$engine = Engine::open(['storage' => 'sqlite:' . folder() . '/loyalty.db', 'program' => [
    'name' => 'Tea points',
    'currencies' => ['EUR' => 2],
    'point_types' => [['id' => 'points', 'expiry' => ['policy' => 'days', 'days' => 365]]],
    'earning' => ['when' => 'paid', 'rules' => [$rule]],
]]);
$loyalty = $engine->acting(Actor::system('setup', ['admin']));
foreach ([['c-1', 'ann@example.com', 'Ann'], ['c-2', 'ben@example.com', 'Ben']] as [$id, $email, $name]) {
    // The keys make a second run of this script harmless.
    $loyalty->customer->create(id: $id, email: $email, first_name: $name, idempotency_key: "create-$id");
    $loyalty->membership->enroll(customer: $id, idempotency_key: "enroll-$id");
    $loyalty->points->adjust(customer: $id, type: 'points', amount: '500', reason: 'opening', comment: 'Welcome!', idempotency_key: "welcome-$id");
}
echo "The shop is ready. Sign in as ann@example.com, ben@example.com, or maria@example.com of the support, with the password: tea for two\n";

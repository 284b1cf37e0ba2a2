<?php

/**
 * The package as a shop installs it: put together from the repository, installed, and opened without saying where the library is.
 *
 *     LOYALTY_LIBRARY=../../target/release/libloyalty.so php tests/package.php <empty folder>
 *     php tests/package.php <empty folder> <package>      an assembled package, such as target/php/loyalty
 *
 * The layout of a package, all of it from this repository but the libraries:
 *
 *     composer.json  README.md  preload.php  src/*.php  include/loyalty_php.h
 *     lib/<platform>/libloyalty.so  (.dylib for macos, loyalty.dll for windows), the platforms as Platform::name calls them
 */

declare(strict_types=1);

require_once dirname(__DIR__) . '/src/Platform.php';

[, $folder] = $argv;
$package = $argv[2] ?? assembled("$folder/loyalty", (string) getenv('LOYALTY_LIBRARY'));
putenv('LOYALTY_LIBRARY');
$autoload = install($package, "$folder/shop");
file_put_contents("$folder/shop/shop.php", <<<'PHP'
    <?php
    require $argv[1];
    $engine = Loyalty\Engine::open('memory:');
    $maria = $engine->acting(Loyalty\Actor::agent('maria', ['admin']));
    $maria->customer->create(id: 'c-42');
    $maria->membership->enroll(customer: 'c-42');
    echo $maria->points->adjust(customer: 'c-42', type: 'points', amount: '150', reason: 'goodwill')['balances'][0]['active'];
    PHP);
expect('150', run([PHP_BINARY, "$folder/shop/shop.php", $autoload]));

// Without the library of this platform it says so, and which there are.
$here = Loyalty\Platform::here();
$installed = str_contains($autoload, 'vendor') ? dirname($autoload) . '/loyalty/loyalty' : $package;
rename("$installed/lib/$here", "$installed/lib/other");
$said = run([PHP_BINARY, '-d', 'display_errors=1', '-d', 'log_errors=0', "$folder/shop/shop.php", $autoload]);
rename("$installed/lib/other", "$installed/lib/$here");
expect(true, str_contains($said, "no library for $here, only for other"));
echo "the package works\n";

/** Puts a package together, with the library of this platform. */
function assembled(string $package, string $library): string
{
    $source = dirname(__DIR__);
    $files = ['lib/' . Loyalty\Platform::here() . '/libloyalty.so' => $library];
    $classes = array_map(fn (string $file): string => 'src/' . basename($file), glob("$source/src/*.php"));
    foreach (['composer.json', 'README.md', 'preload.php', 'include/loyalty_php.h', ...$classes] as $name) {
        $files[$name] = "$source/$name";
    }
    foreach ($files as $name => $from) {
        is_dir(dirname("$package/$name")) || mkdir(dirname("$package/$name"), 0o777, true);
        copy($from, "$package/$name");
    }

    return $package;
}

/** Installs the package with Composer, or as Composer would; answers the file that loads its classes. */
function install(string $package, string $shop): string
{
    mkdir($shop);
    $repository = ['type' => 'path', 'url' => realpath($package), 'options' => ['symlink' => false]];
    $composer = ['repositories' => [$repository, ['packagist' => false]], 'require' => ['loyalty/loyalty' => '@dev']];
    file_put_contents("$shop/composer.json", json_encode($composer, JSON_UNESCAPED_SLASHES));
    putenv('COMPOSER_ALLOW_SUPERUSER=1');
    exec('command -v composer', $found, $status);
    if ($status === 0) {
        echo "installed by Composer\n";
        run(['composer', 'install', '--no-interaction', '--quiet', "--working-dir=$shop"]);

        return "$shop/vendor/autoload.php";
    }
    echo "Composer is not here: its classmap is made by hand\n";
    $classes = [];
    foreach (glob("$package/src/*.php") as $file) {
        preg_match_all('/^(?:final )?(?:class|enum) (\w+)/m', (string) file_get_contents($file), $names);
        $classes += array_fill_keys(array_map(fn ($name) => "Loyalty\\$name", $names[1]), realpath($file));
    }
    $map = var_export($classes, true);
    $load = 'spl_autoload_register(static function (string $class) { $file = CLASSES[$class] ?? null; $file && require $file; });';
    file_put_contents("$shop/autoload.php", "<?php const CLASSES = $map; $load");

    return "$shop/autoload.php";
}

/** @param list<string> $command */
function run(array $command): string
{
    $process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
    $said = (string) stream_get_contents($pipes[1]);
    proc_close($process);

    return $said;
}

function expect(mixed $wanted, mixed $found): void
{
    if ($wanted !== $found) {
        throw new RuntimeException('wanted ' . var_export($wanted, true) . ', found ' . var_export($found, true));
    }
}

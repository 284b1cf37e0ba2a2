<?php

/**
 * Replays the scripts of the golden stories; every answer must be as written, byte by byte.
 *
 *     php golden.php <folder> target/golden/*.txt      over SQLite, one new file of the folder for each story
 *     php golden.php mysql://… target/golden/*.txt     on a server, in tables of their own for each story
 */

declare(strict_types=1);

use Loyalty\Engine;

foreach (glob(dirname(__DIR__) . '/src/*.php') as $file) {
    require_once $file;
}

// The secrets of the shop in every story.
const SECRETS = [['id' => 'golden', 'key' => 'not a secret at all, but long enough to be one']];

[, $place] = $argv;
$scripts = array_slice($argv, 2);
$answers = $wrong = 0;
foreach ($scripts as $script) {
    $story = basename($script, '.txt');
    $store = str_contains($place, '://') ? ['storage' => $place, 'prefix' => "{$story}_"] : ['storage' => "sqlite:$place/$story.db"];
    $engine = Engine::open([...$store, 'secrets' => SECRETS]);
    $lines = explode("\n", rtrim((string) file_get_contents($script), "\n"));
    foreach (array_chunk($lines, 3) as $number => [$request, $context, $wanted]) {
        $answers++;
        $answer = $engine->execute($request, $context);
        if ($answer !== $wanted) {
            $wrong++;
            printf("%s, request %d: %s\n  wanted %s\n  got    %s\n", $story, $number + 1, $request, $wanted, $answer);
        }
    }
    $engine->close();
}
printf("%d answers of %d stories, %d wrong\n", $answers, count($scripts), $wrong);
exit($answers > 0 && $wrong === 0 ? 0 : 1);

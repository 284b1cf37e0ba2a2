<?php
// THE ONE ROUTE FOR THE BROWSER: its request goes in as it is, its answer comes out as it is. Who asks is said by the session alone, so that
// nothing in the request can raise anybody's rights; the library refuses a request that tries.

declare(strict_types=1);

use Loyalty\{Actor, LoyaltyError};

require dirname(__DIR__) . '/shop.php';

const BYTES_MAX = 1_048_576; // as the library

begin();
header('Content-Type: application/json');
$_SERVER['REQUEST_METHOD'] === 'POST' || refuse(405, 'send a POST');
$type = trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]);
strcasecmp($type, 'application/json') === 0 || refuse(415, 'send application/json'); // no form of another site can do that
$user = $_SESSION['user'] ?? refuse(401, 'sign in first');
hash_equals($_SESSION['csrf'], $_SERVER['HTTP_X_CSRF_TOKEN'] ?? '') || refuse(403, 'send the token of the page as X-CSRF-Token');
$request = (string) file_get_contents('php://input', length: BYTES_MAX + 1);
max(strlen($request), (int) ($_SERVER['CONTENT_LENGTH'] ?? 0)) <= BYTES_MAX || refuse(413, 'send less than 1 MiB');
session_write_close(); // the requests of one page need not wait for each other
$actor = $user['kind'] === 'agent' ? Actor::agent($user['id'], $user['roles'], 'widget') : Actor::customer($user['id'], 'widget');
try {
    echo engine()->execute($request, $actor);
} catch (LoyaltyError $error) {
    http_response_code(400); // not UTF-8
    echo $error->answer();
} catch (Throwable $error) {
    error_log((string) $error);
    refuse(500, 'something went wrong; ask again with the same idempotency key');
}

function refuse(int $status, string $why): never
{
    http_response_code($status);
    exit(json_encode(['error' => ['code' => 'refused_by_shop', 'message' => $why, 'retry' => 'never', 'details' => (object) []]]));
}

<?php

declare(strict_types=1);

require dirname(__DIR__) . '/shop.php';

begin();
if (posted() && isset($_SESSION['user'])) {
    $_SESSION = [];
    session_regenerate_id(true);
    go('/');
}
if (posted()) {
    $user = query('SELECT * FROM user WHERE email = ?', strtolower(field('email')))->fetch();
    // Always one comparison, so that the time does not say who has an account. A shop of your own also counts failures.
    $nobody = '$2y$10$usesomesillystringforeYlTzeUkDmuHfiJCPSYwjm4pkk0iz6i6';
    if (!password_verify(field('password'), $user['password'] ?? $nobody) || $user === false) {
        throw new Refusal('The email or the password is wrong.');
    }
    if ($user['kind'] === 'customer') {
        // Not while the account is on hold, deleted or merged.
        engine()->maySignIn($user['id']) || throw new Refusal('This account cannot sign in. Please write to us.');
        shop()->customer->recordLogin(customer: $user['id']);
    }
    session_regenerate_id(true);
    $_SESSION['csrf'] = bin2hex(random_bytes(32));
    $_SESSION['user'] = ['id' => $user['id'], 'kind' => $user['kind'], 'roles' => json_decode($user['roles'], true), 'email' => $user['email']];
    go($user['kind'] === 'agent' ? '/admin.php' : '/account.php');
}
if (isset($_SESSION['user'])) {
    show('Sign out', '<form method=post>' . csrf() . '<p>You are ' . h($_SESSION['user']['email']) . '.<p><button>Sign out</button></form>');
    return;
}
show('Sign in', '<form method=post>' . csrf() . '<label>Email <input name=email type=email autofocus></label>'
    . '<label>Password <input name=password type=password></label><button>Sign in</button></form>');

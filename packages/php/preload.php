<?php

/**
 * Lets the package call FFI where PHP allows it to preloaded code only (`ffi.enable=preload`, the default):
 *
 *     php preload.php > /etc/loyalty.h      once, and after each update of the package
 *
 *     ; php.ini
 *     ffi.preload=/etc/loyalty.h
 *     opcache.preload=<this file>
 *     opcache.preload_user=www-data        when the server is started as root
 */

declare(strict_types=1);

namespace Loyalty;

foreach (glob(__DIR__ . '/src/*.php') as $file) {
    require_once $file;
}

// Called by hand it writes the header with its scope and its library. PHP reads such a file before it gives up root, which
// FFI::load from a preload script cannot do.
if (PHP_SAPI === 'cli' && realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__) {
    echo Library::scope();
}

<?php

declare(strict_types=1);

namespace Loyalty;

use FFI;

/**
 * Which of the package's libraries fits this PHP: `lib/<platform>/<file>`.
 *
 * @internal
 */
final class Platform
{
    private const SYSTEMS = ['Linux' => 'linux', 'Darwin' => 'macos', 'Windows' => 'windows'];
    private const MACHINES = ['x86_64' => 'x86_64', 'amd64' => 'x86_64', 'aarch64' => 'aarch64', 'arm64' => 'aarch64'];
    private const FILES = ['Darwin' => 'libloyalty.dylib', 'Windows' => 'loyalty.dll'];

    /** Such as `x86_64-linux-gnu`, `aarch64-linux-musl` or `aarch64-macos`. */
    public static function here(): string
    {
        return self::name(PHP_OS_FAMILY, php_uname('m'), PHP_OS_FAMILY === 'Linux' && self::isMusl());
    }

    public static function name(string $system, string $machine, bool $musl): string
    {
        // A word that is not known stays in the name, so that the exception says it.
        $name = (self::MACHINES[strtolower($machine)] ?? $machine) . '-' . (self::SYSTEMS[$system] ?? strtolower($system));

        return $system === 'Linux' ? $name . ($musl ? '-musl' : '-gnu') : $name;
    }

    /** The library of this platform in a package; right in `lib` it is one that was built on this machine. */
    public static function library(string $package): string
    {
        $platform = self::here();
        $file = self::FILES[PHP_OS_FAMILY] ?? 'libloyalty.so';
        foreach (["$package/lib/$platform/$file", "$package/lib/$file"] as $path) {
            if (is_file($path)) {
                return $path;
            }
        }
        $others = array_map(basename(...), glob("$package/lib/*", GLOB_ONLYDIR) ?: []);
        $others = $others === [] ? 'for none at all' : 'only for ' . implode(', ', $others);
        throw new \RuntimeException(
            "this package has no library for $platform, $others; build it, and name its file in the environment variable LOYALTY_LIBRARY "
            . 'or give `new Library($path)` to Engine::open',
        );
    }

    /** Whether the C library of this process is musl: it is the one of the two that does not tell its version. */
    private static function isMusl(): bool
    {
        try {
            FFI::cdef('const char *gnu_get_libc_version(void);');

            return false;
        } catch (FFI\Exception) {
            return true;
        }
    }
}

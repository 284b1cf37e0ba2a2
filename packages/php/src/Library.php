<?php

declare(strict_types=1);

namespace Loyalty;

use FFI;
use FFI\CData;

/** The C library: one method for each of its functions. A failure becomes a LoyaltyError. */
class Library
{
    private ?FFI $ffi = null;

    private const RESTRICTED = 'PHP does not allow FFI here: set ffi.enable=true in php.ini (for the built-in server, '
        . '`php -d ffi.enable=true -S …`; ini_set and .user.ini come too late), or preload the package as its preload.php says';

    /**
     * Loads the library when it is needed first.
     *
     * @param string|null $path the library's file; else the environment's LOYALTY_LIBRARY, else what ffi.preload has loaded, else the file
     *   for this platform in this package
     */
    public function __construct(private readonly ?string $path = null)
    {
    }

    /** Opens a storage and answers its handle. */
    public function open(string $config): int
    {
        $handle = $this->ffi()->new('uint64_t');
        $this->check($this->ffi()->loyalty_open($config, strlen($config), FFI::addr($handle)));

        return $handle->cdata;
    }

    public function close(int $handle): void
    {
        $this->check($this->ffi()->loyalty_close($handle));
    }

    public function execute(int $handle, string $request, string $context): string
    {
        return $this->text(fn (CData $answer): int => $this->ffi()->loyalty_execute(
            $handle,
            $request,
            strlen($request),
            $context,
            strlen($context),
            $answer,
        ));
    }

    /** Executes the calls of a JSON list and answers the JSON list of their answers. */
    public function executeBatch(int $handle, string $calls): string
    {
        return $this->text(fn (CData $answers): int => $this->ffi()->loyalty_execute_batch($handle, $calls, strlen($calls), $answers));
    }

    public function mayPurchase(int $handle, string $email): bool
    {
        return $this->mark(fn (CData $answer): int => $this->ffi()->loyalty_may_purchase($handle, $email, strlen($email), $answer));
    }

    public function maySignIn(int $handle, string $customer): bool
    {
        return $this->mark(fn (CData $answer): int => $this->ffi()->loyalty_may_sign_in($handle, $customer, strlen($customer), $answer));
    }

    public function mayEarn(int $handle, string $customer): bool
    {
        return $this->mark(fn (CData $answer): int => $this->ffi()->loyalty_may_earn($handle, $customer, strlen($customer), $answer));
    }

    public function version(): string
    {
        $version = $this->ffi()->loyalty_version();

        return is_string($version) ? $version : FFI::string($version);
    }

    private function ffi(): FFI
    {
        return $this->ffi ??= $this->load();
    }

    /**
     * The header for `ffi.preload`: with the name of its scope and of its library.
     *
     * @internal
     */
    public static function scope(): string
    {
        $path = realpath(self::named() ?? Platform::library(dirname(__DIR__)));
        if ($path === false) {
            throw new \RuntimeException('there is no file ' . self::named());
        }

        return "#define FFI_SCOPE \"loyalty\"\n#define FFI_LIB \"$path\"\n" . self::header();
    }

    private function load(): FFI
    {
        if (!extension_loaded('ffi')) {
            throw new \RuntimeException("this needs PHP's extension FFI: install it, and see that php.ini has extension=ffi");
        }
        $path = $this->path ?? self::named();
        try {
            return $path === null ? self::preloaded() ?? self::defined(Platform::library(dirname(__DIR__))) : self::defined($path);
        } catch (FFI\Exception $error) {
            throw new \RuntimeException(str_contains($error->getMessage(), 'ffi.enable') ? self::RESTRICTED : $error->getMessage(), 0, $error);
        }
    }

    private static function preloaded(): ?FFI
    {
        try {
            return FFI::scope('loyalty');
        } catch (FFI\Exception $error) {
            // Nothing is preloaded, as on the command line: load it now.
            return str_contains($error->getMessage(), 'ffi.enable') ? throw $error : null;
        }
    }

    private static function defined(string $path): FFI
    {
        // A name without a folder is left to the system's own search.
        if (str_contains($path, '/') && !is_file($path)) {
            throw new \RuntimeException("there is no file $path; LOYALTY_LIBRARY or `new Library(\$path)` names it");
        }

        return FFI::cdef(self::header(), $path);
    }

    private static function header(): string
    {
        return (string) file_get_contents(dirname(__DIR__) . '/include/loyalty_php.h');
    }

    private static function named(): ?string
    {
        return getenv('LOYALTY_LIBRARY') ?: null;
    }

    /** @param callable(CData): int $call */
    private function text(callable $call): string
    {
        $text = $this->ffi()->new('char *');
        $this->check($call(FFI::addr($text)));
        try {
            return FFI::string($text);
        } finally {
            $this->ffi()->loyalty_string_free($text);
        }
    }

    /** @param callable(CData): int $call */
    private function mark(callable $call): bool
    {
        $mark = $this->ffi()->new('bool');
        $this->check($call(FFI::addr($mark)));

        return $mark->cdata;
    }

    private function check(int $status): void
    {
        if ($status === 0) {
            return;
        }
        $error = $this->ffi()->new('char *');
        if ($this->ffi()->loyalty_last_error(FFI::addr($error)) !== 0) {
            throw new \RuntimeException("the library failed with status $status and said nothing");
        }
        try {
            throw LoyaltyError::ofAnswer(FFI::string($error));
        } finally {
            $this->ffi()->loyalty_string_free($error);
        }
    }
}

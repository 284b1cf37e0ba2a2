<?php

declare(strict_types=1);

namespace Loyalty;

use FFI;
use FFI\CData;

/** The C library: one method for each of its functions. A failure becomes a LoyaltyError. */
class Library
{
    private ?FFI $ffi = null;

    /**
     * Loads the library when it is needed first.
     *
     * @param string|null $path the library's file; else the environment's LOYALTY_LIBRARY, else `lib/libloyalty` in this package
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

    private function load(): FFI
    {
        try {
            return FFI::scope('loyalty');
        } catch (FFI\Exception) {
            // Nothing is preloaded, as on the command line: load it now.
        }
        $package = dirname(__DIR__);
        $ending = ['Darwin' => 'dylib', 'Windows' => 'dll'][PHP_OS_FAMILY] ?? 'so';
        $path = $this->path ?? (getenv('LOYALTY_LIBRARY') ?: "$package/lib/libloyalty.$ending");

        return FFI::cdef((string) file_get_contents("$package/include/loyalty_php.h"), $path);
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

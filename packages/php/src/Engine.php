<?php

declare(strict_types=1);

namespace Loyalty;

/**
 * One storage with its program. Close it when it is no longer needed; its destructor and the end of the script close it too.
 *
 * It belongs to the process that opened it: after pcntl_fork, open one in the child.
 */
final class Engine
{
    /** @var \WeakMap<self, true>|null the engines that are open */
    private static ?\WeakMap $open = null;

    private readonly int $process;

    private function __construct(private readonly Library $library, private ?int $handle)
    {
        $this->process = (int) getmypid();
        self::$open ?? self::closeAfterAFatalError();
        self::$open[$this] = true;
    }

    public function __destruct()
    {
        // The parent's handle is the parent's to close.
        if ($this->process === getmypid()) {
            $this->close();
        }
    }

    public function __clone()
    {
        $this->handle = null; // The copy closes nothing.
        throw new \LogicException('an engine is one open storage and cannot be cloned; pass it on, or open another');
    }

    public function __serialize(): array
    {
        throw new \LogicException('an engine is an open storage of this process and cannot be serialized; keep its address and open it again');
    }

    /** @param array<mixed> $data */
    public function __unserialize(array $data): void
    {
        throw new \LogicException('an engine cannot be unserialized; open one with Engine::open');
    }

    /**
     * Opens a storage.
     *
     * @param string|array{storage: string, program?: mixed, prefix?: string, timeout_ms?: int, secrets?: list<array{id: string, key: string}>} $config its address, such as
     *   `sqlite:shop.db`, or that and more
     * @param Library|null $library what to call; tests put another in its place
     */
    public static function open(string|array $config, ?Library $library = null): self
    {
        $library ??= new Library();
        $config = is_string($config) ? ['storage' => $config] : $config;

        return new self($library, $library->open(Json::write((object) $config)));
    }

    /** The version of the library. */
    public static function version(?Library $library = null): string
    {
        return ($library ?? new Library())->version();
    }

    /**
     * The operations as an actor may call them.
     *
     * @param string|null $at the time, for tests that must repeat exactly; else it is now
     * @param string|null $entropy at least 16 bytes that nobody can guess, for such tests; else the library finds its own
     */
    public function acting(Actor $actor, ?string $at = null, ?string $entropy = null): Client
    {
        return new Client(new Caller($this, $actor->context($at, $entropy)));
    }

    /**
     * Executes a request in JSON and answers in JSON; a refused operation is an answer, and nothing is thrown.
     *
     * @param string $request may come from a browser, as it is
     * @param Actor|string $context who asks: from the shop's own code, never from a browser; as a text it is the whole context in JSON
     * @throws LoyaltyError when the request is not UTF-8 or too large to be read at all
     */
    public function execute(string $request, Actor|string $context): string
    {
        return $this->library->execute($this->handle(), $request, self::context($context));
    }

    /**
     * Executes many requests with one durable commit.
     *
     * @param list<array{string, Actor|string}> $calls requests with their contexts, as for `execute`
     * @return list<string> the answers, in the same order
     */
    public function executeBatch(array $calls): array
    {
        $texts = array_map(
            static fn (array $call): array => ['request' => Json::inside($call[0]), 'context' => Json::inside(self::context($call[1]))],
            array_values($calls),
        );
        $answers = json_decode($this->library->executeBatch($this->handle(), Json::write($texts)), false, 512, JSON_THROW_ON_ERROR);

        return array_map(Json::write(...), $answers);
    }

    /** Whether an email may buy. */
    public function mayPurchase(string $email): bool
    {
        return $this->library->mayPurchase($this->handle(), $email);
    }

    /** Whether a customer may sign in. */
    public function maySignIn(string $customer): bool
    {
        return $this->library->maySignIn($this->handle(), $customer);
    }

    /** Whether a customer may earn. */
    public function mayEarn(string $customer): bool
    {
        return $this->library->mayEarn($this->handle(), $customer);
    }

    /** Closes the storage. Closing it again does nothing. */
    public function close(): void
    {
        if ($this->handle !== null) {
            $handle = $this->handle();
            $this->handle = null;
            $this->library->close($handle);
        }
    }

    private function handle(): int
    {
        if ($this->process !== getmypid()) {
            throw new \LogicException('the engine was opened before this process was forked; open one in the child');
        }

        return $this->handle ?? throw new \LogicException('the engine is closed; open another');
    }

    private static function context(Actor|string $context): string
    {
        return is_string($context) ? $context : $context->context(null, null);
    }

    /** PHP calls no destructors after a fatal error, and a worker of php-fpm lives on: without this it would keep the storage open for good. */
    private static function closeAfterAFatalError(): void
    {
        self::$open = new \WeakMap();
        $close = static function (): void {
            if (((error_get_last()['type'] ?? 0) & (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR)) !== 0) {
                foreach (self::$open as $engine => $true) {
                    $engine->__destruct();
                }
            }
        };
        // Registered by the end of the script itself, it comes after the shop's own functions.
        register_shutdown_function(static fn () => register_shutdown_function($close));
    }
}

<?php

declare(strict_types=1);

namespace Loyalty;

/** One storage with its program. Close it when it is no longer needed; the end of the script closes it too. */
final class Engine
{
    private function __construct(private readonly Library $library, private ?int $handle)
    {
    }

    /**
     * Opens a storage.
     *
     * @param string|array{storage: string, program?: mixed, prefix?: string, timeout_ms?: int} $config its address, such as
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

    /** Executes a request in JSON. The request may come from a browser; the context is written by the shop's own code. */
    public function execute(string $request, string $context): string
    {
        return $this->library->execute($this->handle(), $request, $context);
    }

    /**
     * Executes many requests with one durable commit.
     *
     * @param list<array{string, string}> $calls requests with their contexts
     * @return list<string> the answers, in the same order
     */
    public function executeBatch(array $calls): array
    {
        $texts = array_map(
            static fn (array $call): array => ['request' => Json::inside($call[0]), 'context' => Json::inside($call[1])],
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
            $handle = $this->handle;
            $this->handle = null;
            $this->library->close($handle);
        }
    }

    private function handle(): int
    {
        return $this->handle ?? throw new \LogicException('the engine is closed; open another');
    }
}

<?php

declare(strict_types=1);

namespace Loyalty;

/**
 * Makes requests of calls, and values or errors of answers.
 *
 * @internal
 */
final class Caller
{
    public function __construct(private readonly Engine $engine, private readonly string $context)
    {
    }

    /**
     * Calls an operation. Left out is what is absent; of `$optional` and `$options`, also what is null or, of an option, false.
     *
     * @param array<string, mixed> $given
     * @param array<string, mixed> $optional
     * @param array<string, mixed> $options
     */
    public function call(string $operation, array $given, array $optional, array $options): mixed
    {
        $given = array_filter($given, static fn (mixed $value): bool => $value !== Absent::Value);
        $optional = array_filter($optional, static fn (mixed $value): bool => $value !== null);
        $options = array_filter($options, static fn (mixed $value): bool => $value !== null && $value !== false);
        $request = ['op' => $operation, 'args' => (object) ($given + $optional)] + $options;
        $answer = $this->engine->execute(self::write($request), $this->context);
        $read = Json::read($answer);
        if (isset($read['error'])) {
            throw LoyaltyError::ofAnswer($answer);
        }

        return $read['ok'];
    }

    /**
     * What a form sends need not be UTF-8, and is refused like every other wrong value.
     *
     * @param array<string, mixed> $request
     */
    private static function write(array $request): string
    {
        try {
            return Json::write($request);
        } catch (\JsonException $error) {
            $message = "the arguments cannot be written as JSON: {$error->getMessage()}";
            throw new LoyaltyError('invalid_request', $message, 'never', ['path' => 'args', 'problem' => $error->getMessage()]);
        }
    }

    /** A value that is a map: an empty array is an empty map, not an empty list. */
    public static function map(mixed $value): mixed
    {
        return is_array($value) ? (object) $value : $value;
    }
}

<?php

declare(strict_types=1);

namespace Loyalty;

/**
 * JSON as the library speaks it.
 *
 * @internal
 */
final class Json
{
    private const WRITE = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

    public static function write(mixed $value): string
    {
        return json_encode($value, self::WRITE);
    }

    /** @return array<mixed> */
    public static function read(string $text): array
    {
        return json_decode($text, true, 512, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
    }

    /**
     * A text of JSON as part of a larger one. It is read first: pasted in, a request could end early and bring a context of its own.
     * What is no JSON goes along as a text, which the library refuses like any other request that is not an object.
     */
    public static function inside(string $text): mixed
    {
        try {
            // Objects, not arrays: an empty map stays a map.
            return json_decode($text, false, 512, JSON_THROW_ON_ERROR);
        } catch (\JsonException) {
            return preg_match('//u', $text) === 1 ? $text : '';
        }
    }
}

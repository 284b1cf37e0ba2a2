<?php

declare(strict_types=1);

namespace Loyalty;

/** A refused request. It changed nothing, unless the code is `outcome_unknown`. */
final class LoyaltyError extends \RuntimeException
{
    /** @var string the stable code; what programs look at */
    public $code;

    /** @var string what happened and what to do next, for people */
    public $message;

    /**
     * @param string $retry whether asking again makes sense: `never`, with the `same_key`, or `later`
     * @param array<string, mixed> $details the facts
     */
    public function __construct(string $code, string $message, public readonly string $retry, public readonly array $details)
    {
        parent::__construct($message);
        $this->code = $code;
    }

    /** The answer in JSON that says so, as the library writes it: for a browser that waits for one. */
    public function answer(): string
    {
        $error = ['code' => $this->code, 'message' => $this->message, 'retry' => $this->retry, 'details' => (object) $this->details];

        return Json::write(['error' => $error]);
    }

    /** The error in an answer of the library. */
    public static function ofAnswer(string $answer): self
    {
        $error = Json::read($answer)['error'];

        return new self($error['code'], $error['message'], $error['retry'], $error['details'] ?? []);
    }
}

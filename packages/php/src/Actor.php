<?php

declare(strict_types=1);

namespace Loyalty;

/** Who asks. Only the shop's own code says so, never a browser. */
final class Actor
{
    /** @param list<string> $roles */
    private function __construct(
        private readonly string $kind,
        private readonly string $id,
        private readonly array $roles,
        private readonly ?string $through,
    ) {
    }

    /**
     * A person who works for the shop.
     *
     * @param list<string> $roles the roles of the program
     * @param string|null $through the page or device, for the record
     */
    public static function agent(string $id, array $roles, ?string $through = null): self
    {
        return new self('agent', $id, $roles, $through);
    }

    /** A customer, who reaches only their own account. */
    public static function customer(string $id, ?string $through = null): self
    {
        return new self('customer', $id, [], $through);
    }

    /**
     * The shop's own software.
     *
     * @param list<string> $roles the roles of the program
     * @param string|null $through the page or device, for the record
     */
    public static function system(string $id, array $roles, ?string $through = null): self
    {
        return new self('system', $id, $roles, $through);
    }

    /**
     * The context of a request. The library fills in a time and an entropy that are left out.
     *
     * @internal
     */
    public function context(?string $at, ?string $entropy): string
    {
        $actor = ['id' => $this->id, 'kind' => $this->kind, 'roles' => array_values($this->roles)];
        $actor += $this->through === null ? [] : ['through' => $this->through];
        $context = ['actor' => $actor];
        $context += $at === null ? [] : ['at' => $at];
        $context += $entropy === null ? [] : ['entropy' => $entropy];

        return Json::write($context);
    }
}

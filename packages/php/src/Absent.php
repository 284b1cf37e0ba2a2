<?php

declare(strict_types=1);

namespace Loyalty;

/** An argument that is not given. Null is given: it empties the field of a record that is edited. */
enum Absent
{
    case Value;
}

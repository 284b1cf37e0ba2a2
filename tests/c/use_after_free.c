/* A seeded mistake: reads an answer after it was given back. valgrind and AddressSanitizer must report it, or they report nothing at all. */
#include <stdio.h>
#include <string.h>

#include "loyalty.h"

int main(void)
{
    loyalty_handle shop;
    char *answer;
    if (loyalty_open("memory:", 7, &shop) != LOYALTY_OK || loyalty_execute(shop, "{}", 2, "{}", 2, &answer) != LOYALTY_OK) {
        return 0;
    }
    loyalty_string_free(answer);
    printf("%c\n", *(volatile char *)answer);
    loyalty_close(shop);
    return 0;
}

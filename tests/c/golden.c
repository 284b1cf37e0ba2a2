/* Replays the scripts of the golden stories through the C library; every answer must be as written, byte by byte.
 *
 *     golden memory: target/golden/adjust.txt …
 *     golden <folder> target/golden/adjust.txt …      over SQLite, one new file of the folder for each story
 *
 * The shop of every story has one secret. A script has three lines for each request: the request, the context, the answer. `cargo xtask golden --expand` writes them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loyalty.h"

#define SECRETS "[{\"id\":\"golden\",\"key\":\"not a secret at all, but long enough to be one\"}]"

/* A whole file with a zero behind it; the caller frees it. */
static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t length = 0;
    if (!file) {
        return NULL;
    }
    for (;;) {
        char *larger = realloc(text, length + 65536 + 1);
        size_t got;
        if (!larger) {
            break;
        }
        text = larger;
        got = fread(text + length, 1, 65536, file);
        length += got;
        text[length] = '\0';
        if (got == 0) {
            break;
        }
    }
    fclose(file);
    return text;
}

/* Cuts a line off; null when there is none left. */
static char *next_line(char **rest)
{
    char *line = *rest;
    char *end = strchr(line, '\n');
    if (!end) {
        return NULL;
    }
    *end = '\0';
    *rest = end + 1;
    return line;
}

/* How many answers were others than written. */
static int replay(loyalty_handle shop, const char *name, char *script)
{
    char *request, *context, *wanted;
    int wrong = 0, number = 0;
    while ((request = next_line(&script)) && (context = next_line(&script)) && (wanted = next_line(&script))) {
        char *answer = NULL;
        int32_t status = loyalty_execute(shop, request, strlen(request), context, strlen(context), &answer);
        number++;
        if (status != LOYALTY_OK || strcmp(answer, wanted) != 0) {
            printf("%s, request %d: %s\n  expected %s\n  answered %s (%s)\n", name, number, request, wanted, answer ? answer : "nothing",
                   loyalty_status_name(status));
            wrong++;
        }
        loyalty_string_free(answer);
    }
    if (number == 0 || *script != '\0' || request) {
        printf("%s has %d whole requests and a rest\n", name, number);
        wrong++;
    }
    return wrong;
}

/* Replays one story over a fresh store. */
static int story(const char *store, const char *path)
{
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    char config[4096];
    loyalty_handle shop = 0;
    int32_t status;
    int wrong;
    char *script = read_file(path);
    if (!script) {
        printf("%s cannot be read\n", path);
        return 1;
    }
    if (strcmp(store, "memory:") == 0) {
        snprintf(config, sizeof config, "{\"storage\":\"memory:\",\"secrets\":" SECRETS "}");
    } else {
        snprintf(config, sizeof config, "{\"storage\":\"sqlite:%s/%s.db\",\"secrets\":" SECRETS "}", store, name);
    }
    status = loyalty_open(config, strlen(config), &shop);
    if (status != LOYALTY_OK) {
        printf("%s: %s was not opened: %s\n", name, config, loyalty_status_name(status));
        free(script);
        return 1;
    }
    wrong = replay(shop, name, script);
    if (loyalty_close(shop) != LOYALTY_OK) {
        printf("%s: the store was not closed\n", name);
        wrong++;
    }
    free(script);
    return wrong;
}

int main(int count, char **words)
{
    int wrong = 0, index;
    if (count < 3) {
        fprintf(stderr, "usage: golden memory:|<folder> <script>...\n");
        return 2;
    }
    for (index = 2; index < count; index++) {
        wrong += story(words[1], words[index]);
    }
    printf("golden: %d stories over %s, %d wrong\n", count - 2, words[1], wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}

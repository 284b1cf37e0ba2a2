/* One story of a loyalty account, told in C. See examples/README.md.
 *
 *     cc story.c $(pkg-config --cflags --libs loyalty libcjson) -o story && ./story sqlite:story.db
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <loyalty.h>

/* A call that failed ends the program, and says why. */
static void must(int32_t status)
{
    char *error = NULL;
    if (status != LOYALTY_OK) {
        loyalty_last_error(&error);
        fprintf(stderr, "%s: %s\n", loyalty_status_name(status), error);
        exit(EXIT_FAILURE);
    }
}

/* Executes a request as Maria, so many minutes past ten; what stands under `ok`. A real shop leaves `at` and `entropy` to the library. */
static cJSON *execute(loyalty_handle shop, int minute, const char *request)
{
    char context[256], *answer;
    cJSON *json, *ok;
    snprintf(context, sizeof context,
             "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"shop\",\"support\"]},"
             "\"at\":\"2026-11-22T10:%02d:00Z\",\"entropy\":\"entropy of minute %02d\"}", minute, minute);
    must(loyalty_execute(shop, request, strlen(request), context, strlen(context), &answer));
    json = cJSON_Parse(answer);
    ok = cJSON_DetachItemFromObject(json, "ok");
    if (!ok) {
        fprintf(stderr, "%s\n", answer);
        exit(EXIT_FAILURE);
    }
    cJSON_Delete(json);
    loyalty_string_free(answer);
    return ok;
}

/* A text of an object. */
static const char *text(const cJSON *object, const char *name)
{
    const char *found = cJSON_GetStringValue(cJSON_GetObjectItem(object, name));
    return found ? found : "?";
}

int main(int count, char **words)
{
    const char *config = count > 1 ? words[1] : "memory:";
    char request[512];
    cJSON *answer, *entry;
    loyalty_handle shop;
    must(loyalty_open(config, strlen(config), &shop));
    cJSON_Delete(execute(shop, 0, "{\"op\":\"customer.create\",\"args\":{\"id\":\"c-42\"}}"));
    cJSON_Delete(execute(shop, 0, "{\"op\":\"membership.enroll\",\"args\":{\"customer\":\"c-42\"}}"));

    answer = execute(shop, 1, "{\"op\":\"order.record\",\"args\":{\"customer\":\"c-42\",\"number\":\"o-1\","
                              "\"placed_at\":\"2026-11-22T10:01:00Z\",\"currency\":\"USD\",\"lines\":[{\"unit_price\":\"250.00\"}],"
                              "\"payments\":[{\"id\":\"p-1\",\"amount\":\"250.00\",\"status\":\"paid\"}]}}");
    printf("order o-1 earned %s\n", text(cJSON_GetObjectItem(cJSON_GetObjectItem(answer, "result"), "earned")->child, "amount"));
    cJSON_Delete(answer);

    answer = execute(shop, 2, "{\"op\":\"points.hold\",\"args\":{\"customer\":\"c-42\",\"type\":\"points\",\"amount\":\"100\"}}");
    printf("100 on hold, %s left\n", text(cJSON_GetObjectItem(answer, "balances")->child, "active"));
    snprintf(request, sizeof request, "{\"op\":\"points.capture\",\"args\":{\"customer\":\"c-42\",\"hold\":\"%s\",\"amount\":\"100\"}}",
             text(cJSON_GetObjectItem(answer, "result"), "id"));
    cJSON_Delete(answer);
    cJSON_Delete(execute(shop, 3, request));

#define ADJUST "{\"op\":\"points.adjust\",\"args\":{\"customer\":\"c-42\",\"type\":\"points\",\"amount\":\"25\",\"reason\":\"goodwill\"},"
    answer = execute(shop, 4, ADJUST "\"preview\":true}");
    printf("25 more would make %s\n", text(cJSON_GetObjectItem(answer, "balances")->child, "active"));
    snprintf(request, sizeof request, ADJUST "\"plan\":\"%s\"}", text(answer, "plan"));
    cJSON_Delete(answer);
    cJSON_Delete(execute(shop, 5, request));

    answer = execute(shop, 6, "{\"op\":\"points.history\",\"args\":{\"customer\":\"c-42\"}}");
    cJSON_ArrayForEach(entry, cJSON_GetObjectItem(answer, "entries")) {
        printf("%.10s  %-7s  %4s  balance %s\n", text(entry, "effective_at"), text(entry, "kind"), text(entry, "amount"),
               text(entry, "balance"));
    }
    cJSON_Delete(answer);
    must(loyalty_close(shop));
    return EXIT_SUCCESS;
}

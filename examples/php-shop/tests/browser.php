<?php
// A visitor: keeps a cookie, fills in forms, and posts to the one route of the widget.

declare(strict_types=1);

final class Browser
{
    public string $cookie = '';
    public int $status = 0;
    public string $page = '';

    /** The token of the session, as a page last had it. */
    private string $csrf = '';

    /** @var array<string, string> */
    public array $headers = [];

    public function __construct(private readonly Server $server)
    {
    }

    /** @param array<string, string> $headers */
    public function send(string $method, string $path, string $body = '', array $headers = []): self
    {
        $headers += $this->cookie === '' ? [] : ['Cookie' => "PHPSESSID=$this->cookie"];
        [$this->status, $this->headers, $this->page] = $this->server->send($method, $path, $headers, $body);
        if (preg_match('/PHPSESSID=([^;]+)/', $this->headers['set-cookie'] ?? '', $found) === 1) {
            $this->cookie = $found[1];
        }
        $this->csrf = $this->hidden('csrf') ?: $this->csrf;

        return $this;
    }

    public function get(string $path): self
    {
        return $this->send('GET', $path);
    }

    /** Sends a form with the hidden fields of the page that is shown, and goes on to where the answer leads. */
    public function form(string $path, array $fields): self
    {
        $fields += array_filter(['csrf' => $this->csrf, 'number' => $this->hidden('number')]);
        $this->send('POST', $path, http_build_query($fields), ['Content-Type' => 'application/x-www-form-urlencoded']);
        $to = $this->headers['location'] ?? null;

        return $to === null ? $this : $this->get(str_starts_with($to, '?') ? strtok($path, '?') . $to : $to);
    }

    public function signIn(string $email, string $password = 'tea for two'): self
    {
        return $this->get('/sign-in.php')->form('/sign-in.php', ['email' => $email, 'password' => $password]);
    }

    /** Puts a product into the basket so often, and orders it all. @return string the order's number */
    public function order(string $sku, int $times, int $points): string
    {
        $this->get('/');
        for (; $times > 0; $times--) {
            $this->form('/', ['sku' => $sku]);
        }
        $number = $this->hidden('number');
        $this->form('/basket.php', ['points' => (string) $points]);

        return $number;
    }

    /** The token of the session, as a page has it. */
    public function token(): string
    {
        return (clone $this)->get('/sign-in.php')->hidden('csrf');
    }

    /** Posts to the widget's route. @param array<string, string> $headers in place of those that belong there */
    public function ask(string $request, array $headers = []): self
    {
        return $this->send('POST', '/loyalty.php', $request, $headers + ['Content-Type' => 'application/json', 'X-CSRF-Token' => $this->token()]);
    }

    /** The code of an error, '' when there is none. */
    public function code(): string
    {
        return json_decode($this->page, true)['error']['code'] ?? '';
    }

    public function hidden(string $name): string
    {
        return preg_match("/name=\"$name\" value=\"([^\"]*)\"/", $this->page, $found) === 1 ? html_entity_decode($found[1]) : '';
    }

    /** The text of the element with a class. */
    public function text(string $class): string
    {
        return preg_match("/class=$class>([^<]*)</", $this->page, $found) === 1 ? html_entity_decode($found[1]) : '';
    }
}

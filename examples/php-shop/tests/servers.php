<?php
// The two servers on which the shop is tested, each in a temporary folder and on this machine alone.

declare(strict_types=1);

/** A server that was started here; it ends by its own process ids. */
abstract class Server
{
    /** @var resource */
    private $process;

    /** @param list<string> $command */
    protected function start(array $command, string $data, array $environment): void
    {
        $log = ['file', "$data/server.log", 'a'];
        $this->process = proc_open($command, [0 => ['file', '/dev/null', 'r'], 1 => $log, 2 => $log], $pipes, null, $environment);
        for ($tries = 0; $tries < 100; $tries++) {
            if ($this->answers()) {
                return;
            }
            usleep(50_000);
        }
        $this->stop();
        throw new RuntimeException('the server does not start: ' . file_get_contents("$data/server.log"));
    }

    public function stop(): void
    {
        $first = proc_get_status($this->process)['pid'];
        // PHP's own server leaves its workers behind when it alone is ended.
        $workers = explode(' ', trim((string) @file_get_contents("/proc/$first/task/$first/children")));
        foreach (array_filter([$first, ...array_map(intval(...), $workers)]) as $process) {
            posix_kill($process, SIGTERM);
        }
        proc_close($this->process);
    }

    abstract protected function answers(): bool;

    /**
     * @param array<string, string> $headers
     * @return array{int, array<string, string>, string} status, headers by small names, body
     */
    abstract public function send(string $method, string $path, array $headers, string $body): array;

    /** @param list<string> $lines */
    protected static function headers(array $lines): array
    {
        $headers = [];
        foreach ($lines as $line) {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = trim($value);
        }

        return $headers;
    }
}

/** PHP's own server with four workers. */
final class BuiltIn extends Server
{
    private readonly string $address;

    public function __construct(string $public, string $data, array $environment)
    {
        $free = stream_socket_server('tcp://127.0.0.1:0');
        $this->address = stream_socket_get_name($free, false);
        fclose($free);
        $command = [PHP_BINARY, '-d', 'ffi.enable=true', '-S', $this->address, '-t', $public];
        $this->start($command, $data, $environment + ['PHP_CLI_SERVER_WORKERS' => '4']);
    }

    protected function answers(): bool
    {
        return @stream_socket_client("tcp://$this->address") !== false;
    }

    public function send(string $method, string $path, array $headers, string $body): array
    {
        $lines = array_map(fn (string $name): string => "$name: $headers[$name]", array_keys($headers));
        $context = stream_context_create(['http' => [
            'method' => $method,
            'header' => [...$lines, 'Connection: close'],
            'content' => $body,
            'ignore_errors' => true,
            'follow_location' => 0,
            'timeout' => 20,
        ]]);
        $answer = file_get_contents("http://$this->address$path", false, $context);

        return [(int) explode(' ', $http_response_header[0])[1], self::headers(array_slice($http_response_header, 1)), (string) $answer];
    }
}

/** php-fpm with four workers, and the little of FastCGI that it takes to talk to it. */
final class Fpm extends Server
{
    private readonly string $socket;

    /**
     * @param list<string> $settings of php.ini
     * @param list<string> $pool lines for the pool
     */
    public function __construct(private readonly string $public, string $data, array $environment, array $settings, array $pool = [])
    {
        $this->socket = "$data/fpm.sock";
        $lines = ['[global]', 'daemonize = no', "error_log = $data/fpm.log", '[shop]', "listen = $this->socket"];
        $lines = [...$lines, ...$pool, 'pm = static', 'pm.max_children = 4', 'catch_workers_output = yes'];
        $lines = [...$lines, "php_admin_value[error_log] = $data/php.log", 'php_admin_flag[log_errors] = on'];
        $lines = posix_getuid() === 0 ? [...$lines, 'user = root', 'group = root'] : $lines;
        foreach ($environment as $name => $value) {
            $lines[] = "env[$name] = \"$value\"";
        }
        file_put_contents("$data/fpm.conf", implode("\n", $lines) . "\n");
        $settings = array_merge(...array_map(fn (string $setting): array => ['-d', $setting], $settings));
        $this->start([self::program(), '-F', '-R', '-y', "$data/fpm.conf", ...$settings], $data, $environment);
    }

    private static function program(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        foreach ([...explode(':', (string) getenv('PATH')), '/usr/sbin'] as $folder) {
            foreach (["$folder/php-fpm$version", "$folder/php-fpm"] as $program) {
                if (is_executable($program)) {
                    return $program;
                }
            }
        }
        throw new RuntimeException("php-fpm$version is not here; install it, or name the servers to test: php shop.php builtin");
    }

    protected function answers(): bool
    {
        return @stream_socket_client("unix://$this->socket") !== false;
    }

    public function send(string $method, string $path, array $headers, string $body): array
    {
        [$script, $question] = explode('?', $path, 2) + [1 => ''];
        $script = $script === '/' ? '/index.php' : $script;
        $given = ['REQUEST_METHOD' => $method, 'SCRIPT_FILENAME' => $this->public . $script, 'SCRIPT_NAME' => $script, 'QUERY_STRING' => $question];
        $given += ['REQUEST_URI' => $path, 'CONTENT_LENGTH' => (string) strlen($body), 'CONTENT_TYPE' => $headers['Content-Type'] ?? ''];
        foreach ($headers as $name => $value) {
            $given['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $parameters = '';
        foreach ($given as $name => $value) {
            $parameters .= pack('NN', strlen($name) | 1 << 31, strlen($value) | 1 << 31) . $name . $value;
        }
        $record = fn (int $type, string $text): string => pack('CCnnCC', 1, $type, 1, strlen($text), 0, 0) . $text;
        $input = $body === '' ? [] : str_split($body, 65_535);
        $stream = stream_socket_client("unix://$this->socket", timeout: 20);
        // It need not read all of a body that it refuses, and closes then.
        @fwrite($stream, $record(1, "\0\1\0\0\0\0\0\0") . $record(4, $parameters) . $record(4, '')
            . implode('', array_map(fn (string $part): string => $record(5, $part), $input)) . $record(5, ''));
        $said = '';
        while (strlen($head = (string) stream_get_contents($stream, 8)) === 8) {
            ['type' => $type, 'length' => $length, 'padding' => $padding] = unpack('Cversion/Ctype/nid/nlength/Cpadding', $head);
            $text = $length > 0 ? stream_get_contents($stream, $length) : '';
            $padding > 0 && stream_get_contents($stream, $padding);
            $said .= $type === 6 ? $text : '';
            if ($type === 3) {
                break;
            }
        }
        [$lines, $answer] = explode("\r\n\r\n", $said, 2) + [1 => ''];
        $headers = self::headers(explode("\r\n", $lines));

        return [(int) ($headers['status'] ?? 200), $headers, $answer];
    }
}

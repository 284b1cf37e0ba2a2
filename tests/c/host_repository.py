"""A repository that the host implements, in Python: loyalty over storage that knows nothing but ordered keys.

    python3 tests/c/host_repository.py <libloyalty.so> [<script> ...]

Proves the repository with the suite of the library, then replays scripts of golden stories over it; `--ignore-versions` is a seeded mistake.

How it works: a position (a list of values) becomes bytes that sort as the positions do. One table of SQLite, `store`, has those bytes as its key:
a row stands there once under its own key and once under each index. Any ordered key-value store would do.
"""
import ctypes
import json
import sqlite3
import sys
import threading
import traceback

# Larger than any position that begins the same way: no part of a position begins with this byte.
BEHIND = b"\xff"


def encode(values):
    """Values of a position as bytes in the same order; a text or a list of bytes ends with two zeros, and zeros inside are marked."""
    parts = []
    for value in values:
        if value is None:
            parts.append(b"\x00")
        elif isinstance(value, int):
            parts.append(b"\x01" + (value + (1 << 63)).to_bytes(8, "big"))
        else:
            data = value[1:].encode() if value[0] == "t" else bytes.fromhex(value[1:])
            parts.append(b"\x02" + data.replace(b"\x00", b"\x00\xff") + b"\x00\x00")
    return b"".join(parts)


class Refused(Exception):
    """A change set that is not applied, and what the library is told."""


class Repository:
    """Reads and commits, from JSON to JSON, as include/loyalty.h describes them at `loyalty_repository`."""

    def __init__(self, tables, path=":memory:", ignore_versions=False):
        self.tables = {table["name"]: table for table in tables}
        self.ignore_versions = ignore_versions
        self.lock = threading.Lock()  # one call at a time: each sees one state
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE IF NOT EXISTS store (position BLOB PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID")

    def read(self, questions):
        with self.lock:
            return [self.scan(**q["scan"]) if "scan" in q else self.get(**q["get"]) for q in questions]

    def get(self, table, key):
        found = self.db.execute("SELECT row FROM store WHERE position = ?", (self.start(table, None) + encode(key),)).fetchone()
        return [json.loads(found[0])] if found else []

    def scan(self, table, index, order, prefix, after, until, reverse, limit):
        base = self.start(table, index) + encode(prefix)
        low, high = base, base + BEHIND
        if after is not None:  # behind everything that begins like `after`
            low, high = (low, base + encode(after)) if reverse else (base + encode(after) + BEHIND, high)
        if until is not None:  # with everything that begins like `until`
            low, high = (base + encode(until), high) if reverse else (low, base + encode(until) + BEHIND)
        direction = "DESC" if reverse else "ASC"
        rows = f"SELECT row FROM store WHERE position >= ? AND position < ? ORDER BY position {direction} LIMIT ?"
        return [json.loads(row) for (row,) in self.db.execute(rows, (low, high, limit))]

    @staticmethod
    def start(table, index):
        """What the positions of a table, or of one of its indexes, begin with."""
        return f"{table}/{index or ''}".encode() + b"\x00"

    def places(self, table, values):
        """Where a row stands: under its key, and under each index whose first column is not null."""
        spec = self.tables[table]
        of = dict(zip((column["name"] for column in spec["columns"]), values))
        key = [of[name] for name in spec["key"]]
        places = [self.start(table, None) + encode(key)]
        for index in spec["indexes"]:
            if of[index["columns"][0]] is not None:
                rest = [of[name] for name in spec["key"] if name not in index["columns"]]
                places.append(self.start(table, index["name"]) + encode([of[name] for name in index["columns"]] + rest))
        return places

    def delete(self, table, key):
        for row in self.get(table, key):
            self.db.executemany("DELETE FROM store WHERE position = ?", [(place,) for place in self.places(table, row["values"])])

    def put(self, table, values, body):
        spec = self.tables[table]
        of = dict(zip((column["name"] for column in spec["columns"]), values))
        self.delete(table, [of[name] for name in spec["key"]])
        for index in spec["indexes"]:
            prefix = [of[name] for name in index["columns"]]
            if index["unique"] and prefix[0] is not None and self.scan(table, index["name"], None, prefix, None, None, False, 1):
                raise Refused("conflict")
        row = json.dumps({"values": values, "body": body})
        self.db.executemany("INSERT INTO store VALUES (?, ?)", [(place, row) for place in self.places(table, values)])

    def commit(self, change_sets):
        with self.lock:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                answers = [self.apply(**changes) for changes in change_sets]
                self.db.execute("COMMIT")
                return answers
            except BaseException:
                self.db.execute("ROLLBACK")
                raise

    def apply(self, **changes):
        self.db.execute("SAVEPOINT one")
        try:
            self.apply_or_refuse(**changes)
            answer = "ok"
        except Refused as refused:
            self.db.execute("ROLLBACK TO one")
            answer = refused.args[0]
        self.db.execute("RELEASE one")
        return answer

    def apply_or_refuse(self, roots, claims, steps, writes):
        for root in roots:
            row = root["row"]
            stored = self.get(row["table"], row["values"][:1])
            version = stored[0]["values"][1] if stored else 0
            if version != root["expected"] and not self.ignore_versions:
                raise Refused("conflict")
            self.put(**row)
        for number, claim in sorted(enumerate(claims), key=lambda pair: "take" in pair[1]):  # releases first
            self.claim(number, **claim)
        for number, step in enumerate(steps):
            self.step(number, **step)
        for write in writes:
            self.write(**write)

    def claim(self, number, take=None, release=None):
        wanted = take or release
        key = [wanted["scope"], wanted["value"]]
        held = self.get("claim", key)
        owner = held[0]["values"][2] if held else None
        if release and owner == release["owner"]:
            self.delete("claim", key)
        elif take and owner not in (None, take["owner"]):
            raise Refused({"taken": {"claim": number, "owner": owner}})
        elif take:
            self.put("claim", key + [take["owner"]], "")

    def step(self, number, name, by, min, max):
        held = self.get("counter", [name])
        value = held[0]["values"][1] if held else 0
        if not min <= value + by <= max:
            raise Refused({"exhausted": {"step": number, "value": value}})
        self.put("counter", [name, value + by], "")

    def write(self, insert=None, put=None, delete=None):
        if delete:
            self.delete(**delete)
        elif put:
            self.put(**put)
        else:
            width = len(self.tables[insert["table"]]["key"])
            if self.get(insert["table"], insert["values"][:width]):
                raise Refused("conflict")
            self.put(**insert)


CALL = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
CLOSED = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class Callbacks(ctypes.Structure):
    """`struct loyalty_repository`."""

    _fields_ = [("user", ctypes.c_void_p), ("read", CALL), ("commit", CALL), ("closed", CLOSED)]


MAKE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.POINTER(Callbacks))


class Library:
    """The few functions of the C library that are needed here."""

    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        self.c.loyalty_string_free.argtypes = [ctypes.c_void_p]
        self.c.loyalty_reply_set.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
        self.c.loyalty_close.argtypes = [ctypes.c_uint64]
        text = [ctypes.c_char_p, ctypes.c_size_t]
        self.c.loyalty_execute.argtypes = [ctypes.c_uint64, *text, *text, ctypes.POINTER(ctypes.c_void_p)]
        self.c.loyalty_repository_check.argtypes = [MAKE, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)]

    def text(self, function, *arguments):
        """Calls a function whose last argument is a text that it gives."""
        out = ctypes.c_void_p()
        status = function(*arguments, ctypes.byref(out))
        if status != 0:
            raise RuntimeError(f"status {status}")
        given = ctypes.string_at(out.value).decode()
        self.c.loyalty_string_free(out)
        return given

    def tables(self, function):
        return json.loads(self.text(function))

    def callbacks(self, repository):
        """The callbacks of a repository. Whoever holds the result keeps them alive."""

        def call(work):
            def called(_user, request, length, reply):
                try:  # an exception must not pass through C: it would be lost, and 0 returned
                    answer = json.dumps(work(json.loads(ctypes.string_at(request, length)))).encode()
                    return self.c.loyalty_reply_set(reply, answer, len(answer))
                except Exception:
                    traceback.print_exc()
                    return 1

            return CALL(called)

        return Callbacks(None, call(repository.read), call(repository.commit), CLOSED(lambda _user: repository.db.close()))

    def check(self, **mistakes):
        """What the suite of the library says about the repository."""
        kept = []

        @MAKE
        def make(_user, out):
            kept.append(self.callbacks(Repository(self.tables(self.c.loyalty_check_tables), **mistakes)))
            out[0] = kept[-1]
            return 0

        return json.loads(self.text(self.c.loyalty_repository_check, make, None))

    def replay(self, script):
        """How many answers of a script come otherwise."""
        callbacks = self.callbacks(Repository(self.tables(self.c.loyalty_tables)))
        handle = ctypes.c_uint64()
        if self.c.loyalty_open_over(ctypes.byref(callbacks), b"{}", ctypes.c_size_t(2), ctypes.byref(handle)) != 0:
            raise RuntimeError("the store was not opened")
        with open(script, "rb") as file:
            lines = file.read().splitlines()
        wrong = 0
        for request, context, wanted in zip(lines[::3], lines[1::3], lines[2::3]):
            answer = self.text(self.c.loyalty_execute, handle, request, len(request), context, len(context))
            if answer.encode() != wanted:
                print(f"{script}: {request.decode()}\n  expected {wanted.decode()}\n  answered {answer}")
                wrong += 1
        self.c.loyalty_close(handle)
        return wrong


def main(words):
    mistakes = {"ignore_versions": True} if "--ignore-versions" in words else {}
    path, *scripts = [word for word in words if not word.startswith("--")]
    library = Library(path)
    report = library.check(**mistakes)
    for failure in report["failures"]:
        print(f"{failure['check']}: expected {failure['expected']}, found {failure['found']}")
    wrong = sum(library.replay(script) for script in scripts)
    print(f"host repository: {report['checks']} checks, {len(report['failures'])} failed; {len(scripts)} stories, {wrong} answers wrong")
    return 1 if report["failures"] or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

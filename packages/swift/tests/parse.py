"""Parses Swift files; a syntax error fails. There is no Swift compiler where this runs, so types are not checked.

    python parse.py <file> …
"""

import sys
from pathlib import Path

import tree_sitter_swift
from tree_sitter import Language, Node, Parser

PARSER = Parser(Language(tree_sitter_swift.language()))


def errors(node: Node) -> list[Node]:
    """What the parser could not make sense of."""
    if not node.has_error:
        return []
    own = [node] if node.is_error or node.is_missing else []
    return own + [error for child in node.children for error in errors(child)]


def mistakes(text: bytes) -> list[str]:
    return [f"line {node.start_point.row + 1}: {node.type}" for node in errors(PARSER.parse(text).root_node)]


# A parser that finds nothing proves nothing.
assert mistakes(b"struct Account { let balance: String func }"), "a mistake was not found"
found = [f"{path}: {mistake}" for path in sys.argv[1:] for mistake in mistakes(Path(path).read_bytes())]
print("\n".join(found) or f"{len(sys.argv) - 1} files parsed")
sys.exit(1 if found or len(sys.argv) == 1 else 0)

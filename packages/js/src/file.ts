/**
 * A whole store as one file: a line of JSON that says what it is, then a line for every row, as the engine keeps it.
 *
 * Rows are never read here, so that no number in them can suffer.
 */

import { invalid } from "./runtime.js";
import type { Written } from "./storage.js";

/** A file as it comes from a form, a download or a disk. */
export type LoyaltyFile = Blob | ArrayBuffer | ArrayBufferView | string;

interface Head {
  loyalty: "store";
  format: number;
  /** The release that wrote it. */
  version: string;
  rows: number;
}

/** The file of a store with these rows. */
export function write(rows: Written[], format: number, version: string): Blob {
  const head: Head = { loyalty: "store", format, version, rows: rows.length };
  return new Blob([[JSON.stringify(head), ...rows.map(({ row }) => row)].join("\n"), "\n"], { type: "application/jsonl" });
}

/**
 * The rows in a file, as the engine takes them.
 *
 * @throws LoyaltyError `invalid_request` for what is no such file, is not all there, or was written by a later release
 */
export async function read(file: LoyaltyFile, format: number): Promise<string> {
  const text = typeof file === "string" ? file : await new Blob([file as BlobPart]).text();
  const [first = "", ...rows] = text.split("\n");
  const head = headOf(first);
  if (head?.loyalty !== "store") throw invalid("file", "is not a file of this library; give one that exportFile made");
  if (head.format !== format) {
    const which = `has the form ${head.format} of release ${head.version}, this release reads form ${format}`;
    throw invalid("file", `${which}; ${head.format > format ? "update the library" : "open it with the release that wrote it"}`);
  }
  if (rows.pop() !== "" || rows.length !== head.rows) throw invalid("file", "is not all there; copy it again from where it was exported");
  return `[${rows.join(",")}]`;
}

function headOf(line: string): Partial<Head> & { format: number } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

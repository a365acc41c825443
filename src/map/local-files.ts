/** The file that was opened last. Only one: an archive may be large, and the browser keeps it open. */
let opened: { key: string; file: File } | null = null;
let count = 0;

/** Keeps a file for the map to read from, and gives the key by which the state speaks of it. */
export function keepFile(file: File): string {
  count += 1;
  opened = { key: String(count), file };
  return opened.key;
}

/** The file that is kept under a key; undefined when another was opened since. */
export function keptFile(key: string): File | undefined {
  return opened?.key === key ? opened.file : undefined;
}

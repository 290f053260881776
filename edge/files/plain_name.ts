/**
 * Names of files are plain: letters, digits, dots and dashes, no dot at the start. A file with another
 * name cannot be put, and is not found.
 */
export function isPlainName(name: string): boolean {
  return /^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,127}$/.test(name);
}

/** @throws when it is not */
export function assertPlainName(name: string): void {
  if (!isPlainName(name)) throw new Error(`not a plain name of a file: ${name}`);
}

/** What a run of the tests is narrowed to. */
export interface Selection {
  readonly files: readonly string[];
  /** Tests whose name contains this, where the arguments name no file. */
  readonly filter?: string;
  readonly narrowed: boolean;
}

/**
 * Reads the arguments: each that is part of a test file's path takes those files; the others, joined
 * by a space, are looked for in the tests' names.
 * @param files all test files, as paths below the repository
 */
export function select(files: readonly string[], args: readonly string[]): Selection {
  const wanted = args.filter((arg) => arg !== "--").map((arg) => arg.replace(/^\.\//, ""));
  const names = wanted.filter((arg) => !files.some((file) => file.includes(arg)));
  const paths = wanted.filter((arg) => !names.includes(arg));
  return {
    files: paths.length === 0
      ? files
      : files.filter((file) => paths.some((path) => file.includes(path))),
    filter: names.length === 0 ? undefined : names.join(" "),
    narrowed: wanted.length > 0,
  };
}

/** Every test file below a folder, in order of path. */
export function testFiles(folder: string): string[] {
  const files: string[] = [];
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) files.push(...testFiles(path));
    else if (/_test\.tsx?$/.test(entry.name)) files.push(path);
  }
  return files.sort();
}

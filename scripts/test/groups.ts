/** Test files that run together, under the same flags and one time bound. */
export interface Group {
  readonly name: string;
  /** The folder below `tests/` that holds them; the group without one takes what no other has. */
  readonly folder?: string;
  readonly needs: readonly Need[];
  readonly flags: readonly string[];
  readonly minutes_max: number;
}

export type Need = "postgres" | "redis" | "chromium" | "node" | "ffmpeg";

const sanitized = ["--sanitize-ops", "--sanitize-resources"];

export const groups: readonly Group[] = [
  {
    name: "units",
    needs: ["postgres", "redis"],
    flags: [...sanitized, "--parallel"],
    minutes_max: 15,
  },
  {
    // One file at a time: a race wants the machine to itself.
    name: "races",
    folder: "races",
    needs: ["postgres"],
    flags: sanitized,
    minutes_max: 10,
  },
  {
    // Not sanitized: what the processes are told lives on between the tests.
    name: "conformance",
    folder: "conformance",
    needs: ["postgres", "redis", "node"],
    flags: [],
    minutes_max: 8,
  },
  {
    // One file at a time: pictures are encoded as fast as time passes.
    name: "media",
    folder: "media",
    needs: ["postgres", "ffmpeg"],
    flags: sanitized,
    minutes_max: 10,
  },
  {
    // Not sanitized: the browser outlives each test, and its client keeps timers of its own.
    name: "e2e",
    folder: "e2e",
    needs: ["postgres", "redis", "chromium", "ffmpeg"],
    flags: [],
    minutes_max: 20,
  },
];

/** The group that a test file belongs to. */
export function groupOf(file: string): Group {
  const folder = file.split("/")[1];
  const group = groups.find((group) => group.folder === folder) ??
    groups.find((group) => group.folder === undefined);
  if (!group) throw new Error(`no group for ${file}`);
  return group;
}

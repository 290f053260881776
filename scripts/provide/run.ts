import { existsSync } from "node:fs";

/** What a command left behind. */
export interface Ran {
  readonly ok: boolean;
  /** Standard output and standard error, trimmed. */
  readonly text: string;
}

/** Runs a command to its end without a terminal; a missing program is a failure, not an exception. */
export async function run(
  program: string,
  args: readonly string[],
  options: Omit<Deno.CommandOptions, "args" | "stdin" | "stdout" | "stderr"> = {},
): Promise<Ran> {
  const command = new Deno.Command(program, { ...options, args: [...args], stdin: "null" });
  try {
    const { success, stdout, stderr } = await command.output();
    const text = new TextDecoder();
    return { ok: success, text: `${text.decode(stdout)}${text.decode(stderr)}`.trim() };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return { ok: false, text: `${program} is not there` };
    }
    throw error;
  }
}

/** The first of these paths that exists. */
export function firstFile(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}

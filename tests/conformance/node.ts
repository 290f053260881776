/** The `node` that `deno task test` provides. */
export const nodePath = Deno.env.get("TEST_NODE");

/** Bundles a script for Node and runs it to its end. @returns what it wrote */
export async function runOnNode(entry: string, args: readonly string[]): Promise<string> {
  if (!nodePath) throw new Error("no Node: `deno task test` provides one");
  const folder = await Deno.makeTempDir({ prefix: "maru-node-" });
  try {
    const script = `${folder}/script.mjs`;
    await run(Deno.execPath(), [
      ...["bundle", "--quiet", "--platform=deno", `--output=${script}`, entry],
    ]);
    return await run(nodePath, [script, ...args]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(program: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`${program} ${args[0]}: ${text.decode(stderr).slice(-2000)}`);
  return text.decode(stdout);
}

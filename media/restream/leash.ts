/**
 * What lets a program end with this process, even when this one is killed: nobody would be there any
 * more to end it. Linux alone has it; elsewhere programs that are left behind go on until their
 * source ends.
 */
export async function findLeash(): Promise<readonly string[] | undefined> {
  const leash = ["setpriv", "--pdeathsig", "KILL", "--"];
  const [path, ...args] = leash as [string, ...string[]];
  try {
    const { success } = await new Deno.Command(path, {
      args: [...args, "true"],
      stdout: "null",
      stderr: "null",
    }).output();
    return success ? leash : undefined;
  } catch {
    return undefined;
  }
}

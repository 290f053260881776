import { run } from "./run.ts";

const lists = "/var/lib/apt/lists";

/**
 * Installs Debian packages, without their services started.
 * @returns why it could not, or nothing when it could
 */
export async function aptInstall(packages: readonly string[]): Promise<string | undefined> {
  if (Deno.uid() !== 0) return "only root can install Debian packages";
  if (!(await run("apt-get", ["--version"])).ok) return "this machine has no apt-get";
  if (!listed()) await aptGet(["update"]);
  let ran = await aptGet(["install", "--yes", "--no-install-recommends", ...packages]);
  if (!ran.ok) {
    // Old lists name packages that the mirror no longer holds.
    await aptGet(["update"]);
    ran = await aptGet(["install", "--yes", "--no-install-recommends", ...packages]);
  }
  return ran.ok ? undefined : `apt-get install ${packages.join(" ")}: ${ran.text.slice(-1000)}`;
}

function listed(): boolean {
  try {
    return [...Deno.readDirSync(lists)].some((file) => file.name.includes("_Packages"));
  } catch {
    return false;
  }
}

function aptGet(args: readonly string[]) {
  // In run level 1 Debian's packages do not start what they install.
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  return run("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { env });
}

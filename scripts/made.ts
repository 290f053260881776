import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Makes a folder of `.build` anew when what it is made of is not what it was. Safe to ask for by
 * several processes at once.
 * @param inputs files and folders below the repository
 * @returns the folder
 */
export async function made(
  name: string,
  inputs: readonly string[],
  make: (unfinished: string) => Promise<void>,
): Promise<string> {
  const folder = join(root, ".build", name);
  const stamp = await hashOf(inputs);
  if (await readStamp(folder) === stamp) return folder;

  await Deno.mkdir(dirname(folder), { recursive: true });
  const unfinished = await Deno.makeTempDir({ dir: join(root, ".build") });
  try {
    await make(unfinished);
    await Deno.writeTextFile(join(unfinished, "inputs"), stamp);
    await putInPlace(unfinished, folder);
  } finally {
    await Deno.remove(unfinished, { recursive: true }).catch(() => {});
  }
  return folder;
}

/** Of two that end together, which made the same, one gives way. */
async function putInPlace(unfinished: string, folder: string): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.rename(unfinished, folder).catch(async (error) => {
    if (await readStamp(folder) === undefined) throw error;
  });
}

function readStamp(folder: string): Promise<string | undefined> {
  return Deno.readTextFile(join(folder, "inputs")).catch(() => undefined);
}

async function hashOf(places: readonly string[]): Promise<string> {
  const files = (await Promise.all(places.map((place) => filesBelow(join(root, place))))).flat();
  const parts = await Promise.all(
    files.sort().map(async (file) =>
      `${relative(root, file)} ${await hash(await Deno.readFile(file))}`
    ),
  );
  return await hash(new TextEncoder().encode(parts.join("\n")));
}

async function filesBelow(path: string): Promise<string[]> {
  if ((await Deno.stat(path)).isFile) return [path];
  const found = await Array.fromAsync(
    Deno.readDir(path),
    ({ name }) => filesBelow(join(path, name)),
  );
  return found.flat();
}

/** SHA-256, in hex. */
export async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

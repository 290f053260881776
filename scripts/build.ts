import { createRequire } from "node:module";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const made = join(root, ".build", "assets");
const htmx = createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js");
const copied = [".svg", ".png", ".webp", ".woff2"];

/**
 * Makes `.build/assets` of the stylesheets, icons and islands: each file named by its content, and
 * a manifest that tells the names. Does nothing while the inputs are what they were.
 */
export async function build(): Promise<void> {
  const inputs = await hashOf(["views", "deno.json", "scripts/build.ts"]);
  if (await readStamp() === inputs) return;

  await Deno.mkdir(join(root, ".build"), { recursive: true });
  const unfinished = await Deno.makeTempDir({ dir: join(root, ".build") });
  try {
    await gather(unfinished);
    await nameByContent(unfinished);
    await Deno.writeTextFile(join(unfinished, "inputs"), inputs);
    await putInPlace(unfinished);
  } finally {
    await Deno.remove(unfinished, { recursive: true }).catch(() => {});
  }
}

async function gather(folder: string): Promise<void> {
  await bundle(folder, await entries("views/islands", ".ts"), ["--code-splitting"]);
  await bundle(folder, await entries("views/assets", ".css"));
  for (const type of copied) {
    for (const path of await entries("views/assets", type)) {
      await Deno.copyFile(path, join(folder, basename(path)));
    }
  }
  await Deno.copyFile(htmx, join(folder, "htmx.js"));
}

async function bundle(folder: string, entries: string[], options: string[] = []): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", "--minify", ...options],
      `--outdir=${folder}`,
      ...entries,
    ],
    cwd: root,
    stdout: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** What the bundler names: a part that several scripts share, or that is fetched when it is needed. */
const chunk = /-[A-Z0-9]{8}\.js$/;

/** Chunks bear the names that the files which import them know; they are made of their content. */
async function nameByContent(folder: string): Promise<void> {
  const manifest: Record<string, string> = {};
  for (const { name } of await Array.fromAsync(Deno.readDir(folder))) {
    manifest[name] = name;
    if (chunk.test(name)) continue;
    const type = extname(name);
    const digest = await hash(await Deno.readFile(join(folder, name)));
    manifest[name] = `${basename(name, type)}-${digest.slice(0, 10)}${type}`;
    await Deno.rename(join(folder, name), join(folder, manifest[name]));
  }
  await Deno.writeTextFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
}

/** Of two builds that end together, which made the same, one gives way. */
async function putInPlace(unfinished: string): Promise<void> {
  await Deno.remove(made, { recursive: true }).catch(() => {});
  await Deno.rename(unfinished, made).catch(async (error) => {
    if (await readStamp() === undefined) throw error;
  });
}

function readStamp(): Promise<string | undefined> {
  return Deno.readTextFile(join(made, "inputs")).catch(() => undefined);
}

async function entries(folder: string, type: string): Promise<string[]> {
  const found = await Array.fromAsync(Deno.readDir(join(root, folder)));
  return found.filter(({ name }) => name.endsWith(type)).map(({ name }) =>
    join(root, folder, name)
  );
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

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

if (import.meta.main) await build();

import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Makes `.build/assets` of the stylesheets, icons and islands: each file named by its content, and
 * a manifest that tells the names. Does nothing while the inputs are what they were.
 */
export async function build(): Promise<void> {
  const inputs = await inputsOf(["views/islands", "views/assets", "views/copy", "deno.json"]);
  if (await read(stamp) === inputs) return;

  await Deno.remove(made, { recursive: true }).catch(() => {});
  await bundle(await named("views/islands", ".ts"), ["--code-splitting"]);
  await bundle(await named("views/assets", ".css"));
  for (const path of await named("views/assets", ".svg")) {
    await Deno.copyFile(path, join(made, basename(path)));
  }
  await Deno.copyFile(htmx, join(made, "htmx.js"));

  const manifest = await nameByContent();
  await Deno.writeTextFile(join(made, "manifest.json"), JSON.stringify(manifest, null, 2));
  await Deno.writeTextFile(stamp, inputs);
}

const root = fileURLToPath(new URL("../", import.meta.url));
const made = join(root, ".build", "assets");
const stamp = join(root, ".build", "inputs");
const htmx = createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js");

async function bundle(entries: readonly string[], options: readonly string[] = []) {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--minify",
      ...options,
      `--outdir=${made}`,
      ...entries,
    ],
    cwd: root,
    stdout: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

// Chunks are named by their content as they are made, and named in the files that import them.
async function nameByContent() {
  const manifest: Record<string, string> = {};
  for await (const { name } of Deno.readDir(made)) {
    if (name.startsWith("chunk-")) {
      manifest[name] = name;
      continue;
    }
    const digest = await hash(await Deno.readFile(join(made, name)));
    const type = extname(name);
    manifest[name] = `${basename(name, type)}-${digest.slice(0, 10)}${type}`;
    await Deno.rename(join(made, name), join(made, manifest[name]));
  }
  return manifest;
}

async function inputsOf(places: readonly string[]) {
  const parts: string[] = [];
  for (const path of (await Promise.all(places.map(filesBelow))).flat().sort()) {
    parts.push(`${path} ${await hash(await Deno.readFile(path))}`);
  }
  return await hash(new TextEncoder().encode(parts.join("\n")));
}

async function filesBelow(place: string): Promise<string[]> {
  const whole = place.startsWith("/") ? place : join(root, place);
  if ((await Deno.stat(whole)).isFile) return [whole];
  const found = await Array.fromAsync(
    Deno.readDir(whole),
    ({ name }) => filesBelow(join(whole, name)),
  );
  return found.flat();
}

async function named(folder: string, type: string) {
  const entries = await Array.fromAsync(Deno.readDir(join(root, folder)));
  return entries.filter(({ name }) => name.endsWith(type)).map(({ name }) =>
    join(root, folder, name)
  );
}

const read = (path: string) => Deno.readTextFile(path).catch(() => undefined);

async function hash(bytes: Uint8Array<ArrayBuffer>) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

if (import.meta.main) await build();

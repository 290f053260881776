/** Checks that the arrows run edge -> src -> views, and what else a script can see of the design. */
import { faults, type Tree } from "./arrows/rules.ts";

const skipped = new Set([".git", ".build", ".data", "node_modules"]);
const readable = /\.(tsx?|jsx?|json|lock|md|sql|css|html|sh|toml|ya?ml)$|^\.ci\/|^\.gitignore$/;

/** Reads a folder's files; those that hold no text for people count as present, and are empty. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  function walk(folder: string): void {
    for (const entry of Deno.readDirSync(`${root}/${folder}`)) {
      if (skipped.has(entry.name)) continue;
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory) walk(`${path}/`);
      else tree.set(path, readable.test(path) ? Deno.readTextFileSync(`${root}/${path}`) : "");
    }
  }
  walk("");
  return tree;
}

if (import.meta.main) {
  const found = faults(readTree("."));
  for (const fault of found) console.error(fault);
  Deno.exit(found.length > 0 ? 1 : 0);
}

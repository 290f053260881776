import { dirname, normalize } from "node:path/posix";
import { codeOf, type Import, importsOf } from "./imports.ts";

/** The repository's files by their path below its root. */
export type Tree = ReadonlyMap<string, string>;

const layers: Readonly<Record<string, readonly string[]>> = {
  views: ["views", "src"],
  src: ["src", "views"],
  edge: ["edge", "src", "views"],
};

/** Packages that know one runtime or one cloud; `src` and `views` reach them through the ports. */
const boundPackages = [
  /^node:/,
  /^cloudflare:/,
  /^@cloudflare\//,
  /^@hono\/node-server/,
  /^hono\/(bun|cloudflare-|deno|aws-lambda|lambda-edge|netlify|node|service-worker|vercel)/,
  /^@electric-sql\//,
  /^@neondatabase\//,
  /^(pg|ioredis|redis)$/,
  /^@aws-sdk\//,
  /^@upstash\/(?!qstash$|redis(\/|$)|ratelimit$)/,
];

const runtimeNames = /\b(Deno|Bun)\b|\bprocess\s*\./;
const machinePath = /(?<![\w.~-])\/(?:work|root|home\/\w+|Users\/\w+)\/\w/;
const registryHost = /\bregistry\.\w+\.\w+|"tarball"/;

/** Everything in the tree that breaks the architecture, each as a sentence that names the file. */
export function faults(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => [
    ...(isModule(path) ? moduleFaults(path, text, tree) : []),
    ...textFaults(path, text),
  ]);
}

function moduleFaults(path: string, text: string, tree: Tree): string[] {
  const imports = importsOf(text);
  const missing = imports
    .filter(({ from }) => from.startsWith(".") && !tree.has(resolve(path, from)))
    .map(({ from }) => `${path} imports ${from}, which is not there`);
  const outside = /_test\.tsx?$/.test(path) && !path.startsWith("tests/")
    ? [`${path} is a test outside tests/, where nobody runs it`]
    : [];
  return [...missing, ...outside, ...layerFaults(path, text, imports)];
}

function layerFaults(path: string, text: string, imports: readonly Import[]): string[] {
  const layer = top(path);
  const allowed = layers[layer];
  if (!allowed) return [];

  const found: string[] = [];
  for (const { from, typesOnly } of imports) {
    if (!from.startsWith(".")) {
      if (layer !== "edge" && boundPackages.some((bound) => bound.test(from))) {
        found.push(`${path} imports ${from}, which only edge/ may know`);
      }
      continue;
    }
    const target = resolve(path, from);
    if (!allowed.includes(top(target))) {
      found.push(`${path} imports ${target}: ${layer}/ may not know ${top(target)}/`);
    } else if (layer === "views" && top(target) === "src" && !typesOnly) {
      found.push(`${path} imports more than types from ${target}`);
    } else if (layer === "src" && isAnothersRoutes(path, target)) {
      found.push(`${path} imports ${target}: routes are mounted by src/app.ts alone`);
    }
  }
  const name = layer === "edge" ? undefined : runtimeNames.exec(codeOf(text))?.[0];
  if (name) found.push(`${path} names ${name}, which only edge/ may know`);
  return found;
}

function textFaults(path: string, text: string): string[] {
  const found: string[] = [];
  const machine = machinePath.exec(text)?.[0];
  if (machine) found.push(`${path} names a path of one machine: ${machine}…`);
  if (path === "deno.lock" && registryHost.test(text)) {
    found.push("deno.lock names the host that packages came from");
  }
  return found;
}

function isAnothersRoutes(path: string, target: string): boolean {
  return /\/(\w+_)?routes\.tsx?$/.test(target) && dirname(path) !== dirname(target) &&
    dirname(path) !== "src";
}

function isModule(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function top(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
}

function resolve(path: string, from: string): string {
  return normalize(`${dirname(path)}/${from}`);
}

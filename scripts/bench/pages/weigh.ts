import { gzipSync } from "node:zlib";

/** Bytes that a browser fetches for a page, compressed, by kind. */
export interface Weight {
  readonly name: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

/** Weighs a page as somebody sees it who has signed in, with all the scripts it names. */
export async function weigh(name: string, origin: string, path: string): Promise<Weight> {
  const cookie = await signIn(origin);
  const html = await (await fetch(origin + path, { headers: { cookie } })).text();
  const scripts = html.matchAll(/<script[^>]+src="([^"]+)"/g).map((found) => found[1]!);
  const styles = html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)
    .map((found) => found[1]!);
  return {
    name,
    html: gzipSync(html).length,
    css: await sum(styles, origin),
    js: await sum(scripts, origin, new Set()),
  };
}

// A script names the chunks that it shares with others; they count once.
async function sum(paths: Iterable<string>, origin: string, seen = new Set<string>()) {
  let bytes = 0;
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await (await fetch(new URL(path, origin))).text();
    bytes += gzipSync(text).length;
    const chunks = path.endsWith(".js")
      ? text.matchAll(/["'](\.\/chunk-[\w-]+\.js)["']/g).map((found) =>
        new URL(found[1]!, new URL(path, origin)).pathname
      )
      : [];
    bytes += await sum(chunks, origin, seen);
  }
  return bytes;
}

async function signIn(origin: string) {
  const answer = await fetch(`${origin}/api/sign-in/dev`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "mina@maru.example" }),
  });
  await answer.body?.cancel();
  return answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
}

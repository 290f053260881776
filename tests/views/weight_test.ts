import { ok } from "node:assert/strict";
import { bundle } from "./samples/bundle.ts";

const scripts_bytes_max = 16_000;

Deno.test("the scripts of catalogue, cart and checkout are light", async () => {
  const assets = await bundle();
  const sizes = await Promise.all(["htmx.js", "shop.js"].map((name) => gzipped(assets.get(name)!)));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  ok(bytes <= scripts_bytes_max, `${bytes} bytes`);
});

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

import { join } from "node:path";

const types: Readonly<Record<string, string>> = {
  m3u8: "application/vnd.apple.mpegurl",
  ts: "video/mp2t",
  mp4: "video/mp4",
};
const plain = /^[\w-]+(\.[\w-]+)*\.(m3u8|ts|mp4)$/;

/** A file of a folder, whole or the part of it that is asked for; nothing when there is none. */
export async function answerFile(
  folder: string,
  name: string,
  range: string | undefined,
): Promise<Response | undefined> {
  const extension = plain.exec(name)?.[2];
  if (!extension) return undefined;
  const file = await Deno.open(join(folder, name)).catch(() => undefined);
  if (!file) return undefined;
  const { size } = await file.stat();
  const headers = {
    "content-type": types[extension]!,
    "accept-ranges": "bytes",
    "cache-control": extension === "m3u8" ? "no-cache" : "max-age=60",
  };
  const part = partOf(range, size);
  if (part === "beyond") {
    file.close();
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  }
  if (!part) {
    return new Response(file.readable, { headers: { ...headers, "content-length": `${size}` } });
  }
  const { first, last } = part;
  await file.seek(first, Deno.SeekMode.Start);
  return new Response(file.readable.pipeThrough(atMost(last - first + 1)), {
    status: 206,
    headers: {
      ...headers,
      "content-length": `${last - first + 1}`,
      "content-range": `bytes ${first}-${last}/${size}`,
    },
  });
}

/** One range of bytes, its ends included; several at once are answered with the whole. */
export function partOf(
  range: string | undefined,
  size: number,
): { first: number; last: number } | "beyond" | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "");
  if (!asked || (!asked[1] && !asked[2])) return undefined;
  const first = asked[1] ? Number(asked[1]) : Math.max(0, size - Number(asked[2]));
  const last = asked[1] && asked[2] ? Math.min(Number(asked[2]), size - 1) : size - 1;
  return first > last ? "beyond" : { first, last };
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      if (left > 0) controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
}

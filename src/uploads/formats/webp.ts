import type { Drawing } from "../picture.ts";
import { Broken, join, Reader } from "../reader.ts";

const kinds = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const exif_flag = 0x08;
const xmp_flag = 0x04;

/** A WebP with its frames and its colour profile; EXIF, XMP and what nobody knows go. */
export function readWebp(bytes: Uint8Array): Drawing {
  const file = new Reader(bytes);
  file.take(4);
  const reader = new Reader(file.take(file.uint32le()));
  if (reader.text(4) !== "WEBP") throw new Broken("another RIFF");
  const kept: Uint8Array[] = [];
  let width = 0;
  let height = 0;
  let drawn = false;

  while (reader.left > 0) {
    const start = reader.at;
    const kind = reader.text(4);
    const length = reader.uint32le();
    const body = reader.take(length);
    if (length % 2 === 1) reader.take(1);
    if (!kinds.has(kind)) continue;

    const size = sizes[kind]?.(body);
    width = Math.max(width, size?.width ?? 0);
    height = Math.max(height, size?.height ?? 0);
    drawn ||= ["VP8 ", "VP8L", "ANMF"].includes(kind);
    const chunk = reader.bytes.slice(start, reader.at);
    if (kind === "VP8X") chunk[8]! &= ~(exif_flag | xmp_flag);
    kept.push(chunk);
  }
  if (!drawn) throw new Broken("nothing drawn");
  return { width, height, bytes: riff(kept) };
}

const sizes: Record<string, (body: Uint8Array) => { width: number; height: number }> = {
  "VP8 "(body) {
    const reader = new Reader(body);
    const key = (reader.take(3)[0]! & 1) === 0;
    if (!key || reader.uint24le() !== 0x2a019d) throw new Broken("not a first frame");
    return { width: reader.uint16le() & 0x3fff, height: reader.uint16le() & 0x3fff };
  },
  VP8L(body) {
    const reader = new Reader(body);
    if (reader.byte() !== 0x2f) throw new Broken("not lossless");
    const packed = reader.uint32le();
    return { width: (packed & 0x3fff) + 1, height: (packed >>> 14 & 0x3fff) + 1 };
  },
  VP8X(body) {
    const reader = new Reader(body);
    reader.take(4);
    return { width: reader.uint24le() + 1, height: reader.uint24le() + 1 };
  },
  ANMF(body) {
    const reader = new Reader(body);
    const [left, top] = [reader.uint24le() * 2, reader.uint24le() * 2];
    return { width: left + reader.uint24le() + 1, height: top + reader.uint24le() + 1 };
  },
};

function riff(chunks: readonly Uint8Array[]) {
  const whole = join([new Uint8Array(12), ...chunks]);
  whole.set(new TextEncoder().encode("RIFF"));
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
  whole.set(new TextEncoder().encode("WEBP"), 8);
  return whole;
}

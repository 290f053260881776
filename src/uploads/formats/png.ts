import type { Drawing } from "../picture.ts";
import { Broken, join, Reader } from "../reader.ts";

/** Chunks that pixels and their colours need; text, times and what a camera wrote are not here. */
const kinds = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS"],
  ...["cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs"],
  ...["acTL", "fcTL", "fdAT"],
]);

/** A PNG without its texts, and without what follows its end. */
export function readPng(bytes: Uint8Array): Drawing {
  const reader = new Reader(bytes);
  const kept = [reader.take(8)];
  let size: { width: number; height: number } | undefined;
  let pixels = false;

  for (let kind = ""; kind !== "IEND";) {
    const start = reader.at;
    const length = reader.uint32();
    kind = reader.text(4);
    const body = reader.take(length);
    if (reader.uint32() !== crc32(bytes.subarray(start + 4, reader.at - 4))) {
      throw new Broken("a chunk that was changed");
    }
    if ((size === undefined) !== (kind === "IHDR")) throw new Broken("not one header, first");
    if (kind === "IHDR") size = sizeOf(body);
    if (kind === "IDAT") pixels = true;
    if (kinds.has(kind)) kept.push(bytes.subarray(start, reader.at));
    else if (isCritical(kind)) throw new Broken("a chunk that nobody knows");
  }
  if (!size || !pixels) throw new Broken("nothing drawn");
  return { ...size, bytes: join(kept) };
}

function sizeOf(body: Uint8Array) {
  if (body.length !== 13) throw new Broken("a header of another length");
  const reader = new Reader(body);
  return { width: reader.uint32(), height: reader.uint32() };
}

function isCritical(kind: string) {
  return (kind.charCodeAt(0) & 0x20) === 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = table[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

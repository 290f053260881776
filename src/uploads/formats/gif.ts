import type { Drawing } from "../picture.ts";
import { Broken, join, Reader } from "../reader.ts";

const image = 0x2c;
const extension = 0x21;
const trailer = 0x3b;

const timing = 0xf9;
const application = 0xff;
const looping = ["NETSCAPE2.0", "ANIMEXTS1.0"];

/** A GIF with its frames and how they follow each other; comments and other programs' notes go. */
export function readGif(bytes: Uint8Array): Drawing {
  const reader = new Reader(bytes);
  reader.take(6);
  let width = reader.uint16le();
  let height = reader.uint16le();
  skipColours(reader, reader.byte());
  const kept = [bytes.subarray(0, reader.at)];
  let frames = 0;

  for (let kind = reader.byte(); kind !== trailer; kind = reader.byte()) {
    const start = reader.at - 1;
    if (kind === image) {
      const [left, top] = [reader.uint16le(), reader.uint16le()];
      // A frame that is larger than the screen makes the screen larger in some programs.
      width = Math.max(width, left + reader.uint16le());
      height = Math.max(height, top + reader.uint16le());
      skipFrame(reader);
      frames++;
      kept.push(bytes.subarray(start, reader.at));
    } else if (kind === extension) {
      if (keepsExtension(reader)) kept.push(bytes.subarray(start, reader.at));
    } else {
      throw new Broken("a block that nobody knows");
    }
  }
  if (frames === 0) throw new Broken("nothing drawn");
  return { width, height, bytes: join([...kept, Uint8Array.of(trailer)]) };
}

/** Passes over the colours that follow the screen's or a frame's description. */
function skipColours(reader: Reader, flags: number, before = 2) {
  reader.take(before);
  if (flags & 0x80) reader.take(3 << ((flags & 7) + 1));
}

function skipFrame(reader: Reader) {
  skipColours(reader, reader.byte(), 0);
  reader.take(1);
  if (skipBlocks(reader) === 0) throw new Broken("a frame without pixels");
}

function keepsExtension(reader: Reader) {
  const label = reader.byte();
  const start = reader.at;
  skipBlocks(reader);
  if (label === timing) return true;
  const name = new Reader(reader.bytes.subarray(start + 1, reader.at));
  return label === application && name.left >= 11 && looping.includes(name.text(11));
}

/** @returns how many bytes the blocks held */
function skipBlocks(reader: Reader) {
  let sum = 0;
  for (let length = reader.byte(); length > 0; length = reader.byte()) {
    reader.take(length);
    sum += length;
  }
  return sum;
}

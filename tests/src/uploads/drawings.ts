/** Tiny pictures, made by hand, and the parts to make odd ones from. */

export function bytes(...parts: (string | number | readonly number[] | Uint8Array)[]): Uint8Array {
  const all = parts.map((part) => {
    if (typeof part === "number") return [part];
    if (typeof part === "string") return Uint8Array.from(part, (one) => one.charCodeAt(0));
    return part;
  });
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether these bytes hold this text anywhere. */
export function holds(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder("latin1").decode(bytes).includes(text);
}

const big = (value: number) => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255];
const small = (value: number) => big(value).toReversed();

// JPEG

export function segment(marker: number, ...body: Parameters<typeof bytes>): Uint8Array {
  const inside = bytes(...body);
  return bytes(0xff, marker, big(inside.length + 2).slice(2), inside);
}

export function jpeg({ width = 3, height = 2, extra = [], after = "" }: {
  width?: number;
  height?: number;
  extra?: readonly Uint8Array[];
  after?: string;
} = {}): Uint8Array {
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, "JFIF\0", [1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...extra,
    segment(0xdb, 0, Array(64).fill(1)),
    segment(0xc0, 8, big(height).slice(2), big(width).slice(2), [1, 1, 0x11, 0]),
    segment(0xc4, 0, [1, ...Array(15).fill(0)], 0),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    [0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
    after,
  );
}

export function exif(orientation: number, order: "MM" | "II" = "MM"): Uint8Array {
  const two = (value: number) => order === "MM" ? big(value).slice(2) : small(value).slice(0, 2);
  const four = (value: number) => order === "MM" ? big(value) : small(value);
  return segment(
    0xe1,
    ["Exif\0\0", order].join(""),
    ...[two(42), four(8), two(2)],
    ...[two(0x010f), two(2), four(4), "GPS!"],
    ...[two(0x0112), two(3), four(1), two(orientation), two(0)],
    four(0),
  );
}

// PNG

export function chunk(kind: string, ...body: Parameters<typeof bytes>): Uint8Array {
  const inside = bytes(kind, ...body);
  return bytes(big(inside.length - 4), inside, big(crc32(inside)));
}

export function png({ width = 3, height = 2, extra = [], after = "" }: {
  width?: number;
  height?: number;
  extra?: readonly Uint8Array[];
  after?: string;
} = {}): Uint8Array {
  return bytes(
    "\x89PNG\r\n\x1a\n",
    chunk("IHDR", big(width), big(height), [8, 2, 0, 0, 0]),
    ...extra,
    chunk("IDAT", [0x78, 0x9c, 1, 2, 3]),
    chunk("IEND"),
    after,
  );
}

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  }
  return ~rest >>> 0;
}

// GIF

export function gif({ width = 3, height = 2, extra = [], frame = [0, 0, 3, 2], after = "" }: {
  width?: number;
  height?: number;
  extra?: readonly Uint8Array[];
  /** left, top, width, height */
  frame?: readonly number[];
  after?: string;
} = {}): Uint8Array {
  const two = (value: number) => small(value).slice(0, 2);
  return bytes(
    "GIF89a",
    ...[two(width), two(height), [0x80, 0, 0], Array(6).fill(9)],
    ...extra,
    0x2c,
    ...frame.map(two),
    ...[0, 2, [2, 0x4c, 0x01], 0],
    0x3b,
    after,
  );
}

export function note(label: number, ...blocks: string[]): Uint8Array {
  return bytes(0x21, label, ...blocks.flatMap((block) => [block.length, block]), 0);
}

// WebP

export function webpChunk(kind: string, ...body: Parameters<typeof bytes>): Uint8Array {
  const inside = bytes(...body);
  return bytes(kind, small(inside.length), inside, inside.length % 2 ? [0] : []);
}

export function webp(...chunks: readonly Uint8Array[]): Uint8Array {
  const inside = bytes("WEBP", ...chunks);
  return bytes("RIFF", small(inside.length), inside);
}

export function lossy(width: number, height: number): Uint8Array {
  const two = (value: number) => small(value).slice(0, 2);
  return webpChunk("VP8 ", [0x10, 0, 0, 0x9d, 0x01, 0x2a], two(width), two(height), [1, 2, 3]);
}

export function lossless(width: number, height: number): Uint8Array {
  return webpChunk("VP8L", 0x2f, small(width - 1 | height - 1 << 14), [1, 2]);
}

export function extended(flags: number, width: number, height: number): Uint8Array {
  const three = (value: number) => small(value).slice(0, 3);
  return webpChunk("VP8X", [flags, 0, 0, 0], three(width - 1), three(height - 1));
}

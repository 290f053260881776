import { readGif } from "./formats/gif.ts";
import { readJpeg } from "./formats/jpeg.ts";
import { readPng } from "./formats/png.ts";
import { readWebp } from "./formats/webp.ts";
import { begins, Broken } from "./reader.ts";

export type MediaType = "image/jpeg" | "image/png" | "image/gif" | "image/webp";

/** What a format found. */
export interface Drawing {
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** The same picture without what was written beside it and behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Picture extends Drawing {
  readonly type: MediaType;
}

/** What is in these bytes, whatever their name says; undefined when it is no whole picture. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const format = formats.find(({ magic }) => magic.some((start) => begins(bytes, start)));
  if (!format) return undefined;
  try {
    const drawing = format.read(bytes);
    if (drawing.width < 1 || drawing.height < 1) return undefined;
    return { type: format.type, ...drawing };
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

interface Format {
  readonly type: MediaType;
  readonly magic: readonly string[];
  /** @throws Broken */
  readonly read: (bytes: Uint8Array) => Drawing;
}

const formats: readonly Format[] = [
  { type: "image/jpeg", magic: ["\xff\xd8\xff"], read: readJpeg },
  { type: "image/png", magic: ["\x89PNG\r\n\x1a\n"], read: readPng },
  { type: "image/gif", magic: ["GIF87a", "GIF89a"], read: readGif },
  { type: "image/webp", magic: ["RIFF"], read: readWebp },
];

import type { Drawing } from "../picture.ts";
import { begins, Broken, join, Reader } from "../reader.ts";
import { orientationOf, orientationSegment } from "./orientation.ts";

const end = 0xd9;
const scan = 0xda;
const frames = [0xc0, 0xc1, 0xc2];
const tables = [0xc4, 0xdb, 0xdd];

/**
 * A JPEG with its tables, frame and scans, its colour profile and which way is up. Everything else
 * goes: what a camera wrote (APP1, APP13), comments, thumbnails, and what follows its end.
 */
export function readJpeg(bytes: Uint8Array): Drawing {
  const reader = new Reader(bytes);
  const kept = [reader.take(2)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let scans = 0;

  for (let marker = nextMarker(reader); marker !== end; marker = nextMarker(reader)) {
    const start = reader.at - 2;
    const length = reader.uint16();
    if (length < 2) throw new Broken("a segment shorter than its length");
    const body = reader.take(length - 2);

    if (marker === 0xe1) orientation = orientationOf(body) ?? orientation;
    if (frames.includes(marker)) {
      if (size) throw new Broken("two frames");
      size = sizeOf(body);
    }
    if (marker === scan) {
      if (!size) throw new Broken("a scan without a frame");
      skipScan(reader);
      scans++;
    }
    if (isDrawing(marker) || isColour(marker, body)) kept.push(bytes.subarray(start, reader.at));
  }
  if (!size || scans === 0) throw new Broken("nothing drawn");

  const turned = orientation > 1 ? [orientationSegment(orientation)] : [];
  const [first, ...rest] = kept;
  return {
    width: orientation > 4 ? size.height : size.width,
    height: orientation > 4 ? size.width : size.height,
    bytes: join([first!, ...turned, ...rest, Uint8Array.of(0xff, end)]),
  };
}

function nextMarker(reader: Reader): number {
  if (reader.byte() !== 0xff) throw new Broken("no marker");
  let marker = reader.byte();
  while (marker === 0xff) marker = reader.byte();
  return marker;
}

/** Coded pixels hold 0xff only before 0 and before the marks that restart their decoding. */
function skipScan(reader: Reader) {
  const { bytes } = reader;
  let at = reader.at;
  while (true) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) throw new Broken("a scan without an end");
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else break;
  }
  reader.at = at;
}

function sizeOf(body: Uint8Array) {
  const reader = new Reader(body);
  reader.take(1);
  return { height: reader.uint16(), width: reader.uint16() };
}

function isDrawing(marker: number) {
  return marker === scan || frames.includes(marker) || tables.includes(marker);
}

function isColour(marker: number, body: Uint8Array) {
  // JFIF's own header is 14 bytes long; a longer one carries a thumbnail.
  if (marker === 0xe0) return begins(body, "JFIF\0") && body.length === 14;
  if (marker === 0xe2) return begins(body, "ICC_PROFILE\0");
  return marker === 0xee && begins(body, "Adobe");
}

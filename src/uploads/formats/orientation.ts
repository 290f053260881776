import { begins, Broken, Reader } from "../reader.ts";

const tag = 0x0112;

/** Which way is up (1 to 8), as an Exif segment says; undefined where it says nothing. */
export function orientationOf(body: Uint8Array): number | undefined {
  if (!begins(body, "Exif\0\0")) return undefined;
  try {
    return readOrientation(body.subarray(6));
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

function readOrientation(tiff: Uint8Array): number | undefined {
  const reader = new Reader(tiff);
  const small = reader.text(2) === "II";
  const two = () => small ? reader.uint16le() : reader.uint16();
  const four = () => small ? reader.uint32le() : reader.uint32();
  two();
  reader.at = four();
  const entries = two();
  for (let entry = 0; entry < entries; entry++) {
    const [name, type] = [two(), two()];
    four();
    const value = two();
    two();
    if (name === tag && type === 3) return value >= 1 && value <= 8 ? value : undefined;
  }
}

/** An Exif segment that says nothing but which way is up. */
export function orientationSegment(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0xff, 0xe1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, tag >> 8, tag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}

import { Buffer } from "node:buffer";

const file_header_bytes = 13;
const tag_header_bytes = 11;

/** The first so many tags of an FLV stream, in words. */
export async function readTags(address: string, count: number): Promise<string[]> {
  const { body } = await fetch(address);
  let bytes = Buffer.alloc(0);
  for await (const part of body!) {
    bytes = Buffer.concat([bytes, part]);
    const tags = tagsOf(bytes);
    if (tags.length >= count) return tags.slice(0, count);
  }
  throw new Error("the stream ended");
}

function tagsOf(bytes: Buffer): string[] {
  const tags: string[] = [];
  let at = file_header_bytes;
  while (at + tag_header_bytes <= bytes.length) {
    const size = bytes.readUIntBE(at + 1, 3);
    const end = at + tag_header_bytes + size + 4;
    if (end > bytes.length) break;
    tags.push(nameOf(bytes[at]!, bytes.subarray(at + tag_header_bytes)));
    at = end;
  }
  return tags;
}

function nameOf(type: number, body: Buffer): string {
  if (type === 18) return "words";
  const isHeader = body[1] === 0;
  if (type === 8) return isHeader ? "sound's header" : "sound";
  if (isHeader) return "picture's header";
  return body[0]! >> 4 === 1 ? "key frame" : "frame";
}

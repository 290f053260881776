import { sha256 as digest } from "@noble/hashes/sha2.js";
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from "hono/utils/encode";

/** Bytes as text and back, by what all three runtimes have. */

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param text an even number of hexadecimal digits */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Base64url without padding. */
export function toBase64Url(bytes: Uint8Array<ArrayBuffer>): string {
  return encodeBase64Url(bytes.slice().buffer).replaceAll("=", "");
}

/** @throws when the text is not base64 of either alphabet */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64Url(text.replaceAll("+", "-").replaceAll("/", "_"));
}

export function toBase64(bytes: Uint8Array): string {
  return encodeBase64(new Uint8Array(bytes).buffer);
}

/** @throws when the text is not base64; white space counts for nothing */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64(text);
}

/** SHA-256 of a text, in hex. At once: the runtimes' own goes by way of another thread. */
export function sha256(text: string): string {
  return toHex(digest(new TextEncoder().encode(text)));
}

import type { Secret } from "../platform.ts";

const text = new TextEncoder();

/** A key for one purpose, derived from a secret of the deployment (HKDF-SHA-256). */
export async function signingKey(secret: Secret, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", secret.bytes, "HKDF", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: text.encode(purpose) },
    material,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign", "verify"],
  );
}

/** As `signingKey`, for AES-256-GCM. */
export async function sealingKey(secret: Secret, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", secret.bytes, "HKDF", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: text.encode(purpose) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

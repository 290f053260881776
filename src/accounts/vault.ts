import { fromBase64Url, toBase64Url } from "../bytes.ts";
import { sealingKey } from "../http/keys.ts";
import type { Configuration } from "../platform.ts";

/**
 * Keeps personal text so that the database alone cannot read it: AES-256-GCM, with the id of the
 * row as associated data, so that a sealed text moved to another row does not open.
 */
export interface Vault {
  /** @param row the id of the row that will hold the text */
  seal(text: string, row: string): Promise<string>;
  /** @throws when the text was changed, belongs to another row, or its key is gone */
  open(sealed: string, row: string): Promise<string>;
}

const iv_bytes = 12;

/** New text is sealed with the current secret; text of the previous one still opens. */
export function vault({ secrets }: Configuration): Vault {
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (id: string) => {
    const secret = [secrets.current, secrets.previous].find((secret) => secret?.id === id);
    if (secret && !keys.has(id)) keys.set(id, sealingKey(secret, "personal data"));
    return keys.get(id);
  };

  return {
    async seal(text, row) {
      const { id } = secrets.current;
      const iv = crypto.getRandomValues(new Uint8Array(iv_bytes));
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData: bytesOf(row) },
        await keyOf(id)!,
        bytesOf(text),
      );
      return `${id}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
    },

    async open(sealed, row) {
      const [id = "", iv = "", text = ""] = sealed.split(".");
      const key = await keyOf(id);
      if (!key) throw new Error(`sealed with a secret that is not at hand: ${id}`);
      const opened = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: fromBase64Url(iv), additionalData: bytesOf(row) },
        key,
        fromBase64Url(text),
      );
      return new TextDecoder().decode(opened);
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

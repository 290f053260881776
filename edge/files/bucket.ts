import type { Files } from "../../src/platform.ts";
import type { Bucket } from "../cloudflare/cloudflare.d.ts";

/** Files in an R2 bucket. */
export function bucketFiles(bucket: Bucket): Files {
  return {
    async put(name, bytes) {
      await bucket.put(name, bytes);
    },
    async get(name) {
      const found = await bucket.get(name);
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
    },
    delete: (name) => bucket.delete(name),
  };
}

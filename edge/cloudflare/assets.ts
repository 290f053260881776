import type { Asset, Assets } from "../../src/platform.ts";
import type { Fetcher } from "./cloudflare.d.ts";

/**
 * The built assets, which the Worker carries the names of. Cloudflare serves them before the Worker
 * is asked; where nobody does, the binding has them.
 * @param names each asset's file by its name, as `scripts/build.ts` tells
 */
export function boundAssets(binding: Fetcher, names: Readonly<Record<string, string>>): Assets {
  const files = new Set(Object.values(names));
  return {
    path(name) {
      const file = names[name];
      if (!file) throw new Error(`no asset is named ${name}`);
      return `/assets/${file}`;
    },

    async get(file): Promise<Asset | undefined> {
      if (!files.has(file)) return undefined;
      const answer = await binding.fetch(new Request(`https://assets/assets/${file}`));
      if (!answer.ok) throw new Error(`the asset ${file} was answered ${answer.status}`);
      return {
        bytes: new Uint8Array(await answer.arrayBuffer()),
        type: answer.headers.get("content-type") ?? "application/octet-stream",
      };
    },
  };
}

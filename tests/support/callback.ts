import { schedulerKeys } from "../../edge/scheduler/keys.ts";
import { signature } from "../../edge/scheduler/signature.ts";
import { secretsOf } from "../../edge/secret.ts";
import type { ShopProcess } from "./shop.ts";

/** How a callback differs from one that the shop asked for. */
export interface Forgery {
  readonly signedFor?: string;
  readonly signedBody?: string;
  readonly signedAtMs?: number;
  readonly key?: string;
}

/** Calls the shop back as its scheduler does, and answers the status. */
export async function callBack(
  { origin, dataDir }: ShopProcess,
  name: string,
  { signedFor, signedBody, signedAtMs, key }: Forgery = {},
): Promise<number> {
  const url = `${origin}/hooks/callbacks/${name}`;
  const { currentSigningKey } = await schedulerKeys((await secretsOf({ dataDir })).current);
  const signed = await signature({
    url: signedFor ?? url,
    body: signedBody ?? "",
    key: key ?? currentSigningKey,
    nowMs: signedAtMs ?? Date.now(),
  });
  const answer = await fetch(url, { method: "POST", headers: { "upstash-signature": signed } });
  await answer.body?.cancel();
  return answer.status;
}

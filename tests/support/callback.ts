import { schedulerKeys } from "../../edge/scheduler/keys.ts";
import { signature } from "../../edge/scheduler/signature.ts";
import { secretsOf } from "../../edge/secret.ts";
import type { ShopProcess } from "./shop.ts";

/** Where a shop is called back, and the key that its scheduler signs with. */
export interface Called {
  readonly origin: string;
  readonly key: string;
}

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
  forgery: Forgery = {},
): Promise<number> {
  const { currentSigningKey } = await schedulerKeys((await secretsOf({ dataDir })).current);
  return await callBackWith({ origin, key: currentSigningKey }, name, forgery);
}

export async function callBackWith(
  called: Called,
  name: string,
  { signedFor, signedBody, signedAtMs, key }: Forgery = {},
): Promise<number> {
  const url = `${called.origin}/hooks/callbacks/${name}`;
  const signed = await signature({
    url: signedFor ?? url,
    body: signedBody ?? "",
    key: key ?? called.key,
    nowMs: signedAtMs ?? Date.now(),
  });
  const answer = await fetch(url, { method: "POST", headers: { "upstash-signature": signed } });
  await answer.body?.cancel();
  return answer.status;
}

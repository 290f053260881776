import type { OnAir } from "../../../support/on_air.ts";
import type { Client } from "./signal_model.ts";

/** What a media server tells or asks. */
export type Message =
  | { readonly action: "on_publish"; readonly client: Client; readonly key: string }
  | { readonly action: "on_unpublish"; readonly client: Client }
  | { readonly action: "heartbeat"; readonly service: string };

const codes: Record<string, string> = { SHOW_STATE: "over", UNAVAILABLE: "unavailable" };

/** Lets a message arrive at the shop: what it is told, in a word. */
export async function arrive(air: OnAir, message: Message): Promise<string> {
  const { body } = message.action === "heartbeat"
    ? await air.heartbeat(message.service)
    : await air.hook(message.action, {
      client_id: message.client.id,
      service_id: message.client.service,
      param: message.action === "on_publish" ? `?key=${message.key}` : "",
    });
  if (body.code === 0) return "in";
  return codes[String(body.refusal)] ?? String(body.reason);
}

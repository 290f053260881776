import type { App } from "../../src/app.ts";
import { room_relays_max } from "../../src/limits.ts";
import type { Bindings } from "../cloudflare/bindings.ts";
import { objectNameOf } from "./object_name.ts";
import { isFull, requestOf } from "./object_socket.ts";

/**
 * Leads somebody who asks for a socket to the object of the show, or to the first of those that
 * relay it which is not full.
 */
export async function leadToRoom(app: App, env: Bindings, request: Request): Promise<Response> {
  const admission = await app.admit(request);
  if (admission instanceof Response) return admission;
  const name = objectNameOf(admission.showId);
  let answer = await env.SHOW_ROOMS.getByName(name).fetch(requestOf(request.url, admission));
  for (let relay = 1; isFull(answer) && relay <= room_relays_max; relay++) {
    const object = env.SHOW_RELAYS.getByName(`${name} ${relay}`);
    answer = await object.fetch(requestOf(request.url, admission, relay));
  }
  return answer;
}

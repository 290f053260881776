import type { LiveState } from "./live_state.ts";
import type { Room } from "./room.ts";

/** What is watched from a seat: a room, or what relays one. */
export type Watched =
  & Pick<Room, "peers" | "statesTold" | "enter" | "enterAgain" | "sync" | "tellAll">
  & { readonly state: Pick<LiveState, "owns"> };

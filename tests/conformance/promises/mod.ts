import type { Promised } from "../promise.ts";
import { boundedBodies, foreignPages, tamperedCookies } from "./hostile.ts";
import { books } from "./books.ts";
import { forgedCallbacks } from "./callbacks.ts";
import { lapse } from "./lapse.ts";
import { purchase, purchaseByForms } from "./purchase.ts";
import { foreignFrames } from "./frames.ts";
import { room, roomOnNode } from "./room.ts";
import { death, resume } from "./resume.ts";
import { pages, wrongInput, wrongPages } from "./routes.ts";

/** In the order in which they are kept; the last may close the shop. */
export const promises: readonly Promised[] = [
  pages,
  wrongPages,
  wrongInput,
  purchase,
  purchaseByForms,
  room,
  roomOnNode,
  resume,
  foreignPages,
  boundedBodies,
  foreignFrames,
  forgedCallbacks,
  tamperedCookies,
  lapse,
  death,
  books,
];

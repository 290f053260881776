import { room_say_again_ms, room_say_tries_max } from "../../src/limits.ts";
import { DatabaseError, type RoomsElsewhere } from "../../src/platform.ts";
import type { Bindings, Said } from "../cloudflare/bindings.ts";
import type { ObjectError } from "../cloudflare/cloudflare.d.ts";
import { objectNameOf } from "./object_name.ts";

/** The rooms that objects keep, one a show. */
export function roomsInObjects(objects: Bindings["SHOW_ROOMS"]): RoomsElsewhere {
  return {
    async say(utterance) {
      const { outcome, failure } = await persist(() =>
        objects.getByName(objectNameOf(utterance.showId)).say(utterance)
      );
      if (failure) throw new DatabaseError(failure.message, failure.sqlState);
      return outcome;
    },

    async viewers(showId) {
      try {
        return await objects.getByName(objectNameOf(showId)).viewers(showId);
      } catch (error) {
        // A page is not to fail for a number.
        if ((error as ObjectError).remote) throw error;
        return undefined;
      }
    },
  };
}

/**
 * An object that a deploy or a move has ended is another a moment later. What is said is said once
 * however often it is sent, so it is simply sent again.
 */
async function persist(say: () => Promise<Said>): Promise<Said> {
  for (let tries = 1;; tries++) {
    try {
      return await say();
    } catch (error) {
      const { remote, overloaded, message } = error as ObjectError;
      if (remote) throw error;
      // As a server that shuts down: to be asked again.
      if (overloaded || tries >= room_say_tries_max) throw new DatabaseError(message, "57P01");
      await new Promise((rested) => setTimeout(rested, room_say_again_ms * tries));
    }
  }
}

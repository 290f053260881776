import { isUuid } from "../../src/http/identity.ts";

/** The object that keeps a show's room. What can be no show shares one, that turns everybody away. */
export function objectNameOf(showId: string): string {
  return isUuid(showId) ? showId.toLowerCase() : "no show";
}

import { assertInvariants } from "../../support/invariants.ts";
import type { Promised } from "../promise.ts";

export const books: Promised = {
  says: "after all of it no unit and no order is wrong",
  async keep({ shop }) {
    await shop.inspect(assertInvariants);
  },
};

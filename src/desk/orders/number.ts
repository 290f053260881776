import { Refused } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { OrderNumber } from "./forms.ts";

/** The order's number in the path. @throws Refused NOT_YOURS when it cannot be one */
export function numberIn(c: Visit): string {
  const { success, data } = OrderNumber.safeParse(c.req.param("number"));
  if (!success) throw new Refused({ code: "NOT_YOURS" });
  return data;
}

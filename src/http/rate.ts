import { createMiddleware } from "hono/factory";
import { Refused } from "../errors.ts";
import { rate_drawn_again_per_minute } from "../limits.ts";
import type { Platform } from "../platform.ts";
import { rateClassOf } from "../rate/bounds.ts";
import { Minute } from "../rate/minute.ts";
import { networkOf } from "../rate/network.ts";
import type { Rates } from "../rate/rates.ts";
import type { Env, Visit } from "./env.ts";
import { tellWhenToRetry } from "./problem.ts";

/**
 * Bounds how much one person asks for. A form that comes too soon is not acted on, but drawn again
 * with what was typed: `readForm` answers the refusal as its fault. Somebody who goes on sending is
 * told no more than that.
 */
export function rated(rates: Rates, { now }: Pick<Platform, "now">) {
  const drawnAgain = new Minute(now);
  return createMiddleware<Env>(async (c, next) => {
    const rate = rateClassOf(c.req.method, c.req.path);
    const refusal = rate && await rates.over(rate, whoAsks(c));
    if (!refusal) return await next();
    if (!isForm(c) || drawnAgain.count(whoAsks(c)) > rate_drawn_again_per_minute) {
      throw new Refused(refusal);
    }
    tellWhenToRetry(c, refusal);
    c.set("tooSoon", refusal);
    await next();
  });
}

/** A person by their id, a guest by their address; who comes without one is like all others who do. */
function whoAsks(c: Visit): string {
  return c.var.person?.id ?? `guest ${networkOf(c.env.address ?? "")}`;
}

function isForm(c: Visit): boolean {
  const type = c.req.header("content-type") ?? "";
  return c.req.method === "POST" && !c.req.path.startsWith("/api/") &&
    /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
}

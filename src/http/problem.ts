import { refusalText, ruleText } from "../../views/copy/mod.ts";
import { type Outcome, type Refusal, refusalStatus, Refused } from "../errors.ts";
import type { Visit } from "./env.ts";

/** A refusal as RFC 9457 has it, with the code of the catalogue and its facts. */
export function problem(c: Visit, refusal: Refusal): Response {
  const status = refusalStatus[refusal.code];
  const { sentence, next } = refusalText(c.var.language, refusal);
  tellWhenToRetry(c, refusal);
  return c.body(
    JSON.stringify({
      type: "about:blank",
      title: refusal.code,
      status,
      detail: [sentence, next].filter(Boolean).join(" "),
      ...refusal,
      fields: refusal.fields?.map((fault) => ({
        ...fault,
        detail: ruleText(c.var.language, fault),
      })),
      requestId: c.var.requestId,
    }),
    status,
    { "content-type": "application/problem+json" },
  );
}

export function tellWhenToRetry(c: Visit, { retryAfterMs }: Refusal) {
  if (retryAfterMs !== undefined) {
    c.header("Retry-After", String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  }
}

/** The value of an outcome. @throws Refused when it is a refusal */
export function granted<T>(outcome: Outcome<T>): T {
  if (outcome.refusal) throw new Refused(outcome.refusal);
  return outcome as T;
}

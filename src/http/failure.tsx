import { HTTPException } from "hono/http-exception";
import { refusalText } from "../../views/copy/mod.ts";
import { RefusalNotice } from "../../views/kit/notice.tsx";
import { ErrorPage } from "../../views/shop/error_page.tsx";
import { type Refusal, refusalStatus, Refused } from "../errors.ts";
import { DatabaseError } from "../platform.ts";
import type { Visit } from "./env.ts";
import { fragment, page } from "./page.tsx";
import { problem, tellWhenToRetry } from "./problem.ts";
import { pathOf, viewOf } from "./view.ts";

/** Answers what was thrown: a refusal as such, a bug as an apology with the request's id. */
export async function answerFailure(error: Error, c: Visit): Promise<Response> {
  const refusal = refusalOf(error);
  if (!refusal) {
    c.var.shop.platform.log("error", "bug", {
      requestId: c.var.requestId,
      error: error.stack ?? String(error),
    });
  }
  if (isApi(c)) return refusal ? problem(c, refusal) : apology(c);
  if (refusal?.code === "SIGN_IN_REQUIRED" && c.req.method === "GET") {
    return c.redirect(`/sign-in?from=${encodeURIComponent(pathOf(c))}`, 303);
  }
  if (refusal) tellWhenToRetry(c, refusal);
  if (refusal && c.req.header("hx-target") === "div#toast") {
    const notice = <RefusalNotice view={viewOf(c)} fault={{ refusal }} />;
    return fragment(c, notice, refusalStatus[refusal.code]);
  }
  return await page(c, {
    title: refusal ? refusalText(c.var.language, refusal).sentence : "500",
    status: refusal ? refusalStatus[refusal.code] : 500,
    // Who asks for too much is told so without asking the database.
    frame: refusal && refusal.code !== "RATE_LIMITED" ? "shop" : "bare",
    body: <ErrorPage view={viewOf(c)} refusal={refusal} requestId={c.var.requestId} />,
  });
}

/** Answers a path that leads nowhere. */
export function answerNothing(c: Visit): Promise<Response> {
  return answerFailure(new Refused({ code: "NOT_YOURS" }), c);
}

function refusalOf(error: Error): Refusal | undefined {
  if (error instanceof Refused) return error.refusal;
  // Hono throws these for a body that is not the JSON or the form that it says it is.
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
    return { code: "INVALID", field: "body" };
  }
  // A character that no text of the database can hold: zero, or half of a pair.
  if (error instanceof DatabaseError && /^(22021|22P02|22P05)/.test(error.sqlState)) {
    return { code: "INVALID", field: "body" };
  }
  // Class 08: no connection; 53: no resources; 57P: shutting down.
  if (error instanceof DatabaseError && /^(08|53|57P)/.test(error.sqlState)) {
    return { code: "UNAVAILABLE", retryAfterMs: 2000 };
  }
}

function isApi(c: Visit) {
  return /^\/(api|hooks)(\/|$)/.test(c.req.path);
}

function apology(c: Visit) {
  return c.body(
    JSON.stringify({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      requestId: c.var.requestId,
    }),
    500,
    { "content-type": "application/problem+json" },
  );
}

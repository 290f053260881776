import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Fault } from "../../views/kit/view.ts";
import { type Outcome, refusalStatus } from "../errors.ts";
import type { Visit } from "./env.ts";
import type { Form } from "./form.ts";
import { tellWhenToRetry } from "./problem.ts";

/** Why a form is drawn again: it was not valid, or what it asked for was refused. */
export function faultOf(form: Form<unknown>, outcome?: Outcome<unknown>): Fault | undefined {
  return form.fault ?? (outcome?.refusal && { refusal: outcome.refusal, values: form.typed });
}

/** The status of a page that says why a form was refused; of one that does not, 200. */
export function statusOf(c: Visit, fault: Fault | undefined): ContentfulStatusCode {
  if (!fault) return 200;
  tellWhenToRetry(c, fault.refusal);
  return refusalStatus[fault.refusal.code];
}

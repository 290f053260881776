import * as z from "zod";
import type { Fault } from "../../views/kit/view.ts";
import { type Outcome, Refused } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { faultOf } from "../http/refused.ts";

interface Post<Schema extends z.ZodType, Answer> {
  readonly schema: Schema;
  /** Does what the form asks for, under the identity of the form. */
  act(values: z.output<Schema>, requestId: string): Promise<Outcome<Answer>>;
  /** The page that the form stands on, with the reason why it was refused. */
  again(fault: Fault): Promise<Response>;
  /** Where it leads when it was done. */
  next(answer: Answer): string;
}

/** A form without fields: its button says it all. */
export const Nothing = z.strictObject({});

/**
 * Serves a form of the desk: read, acted on, and led on; or shown again with what was typed.
 * @throws Refused NOT_YOURS when the page that it stands on is not there
 */
export async function post<Schema extends z.ZodType, Answer>(
  c: Visit,
  { schema, act, again, next }: Post<Schema, Answer>,
): Promise<Response> {
  const form = await readForm(c, schema);
  const outcome = form.fault
    ? undefined
    : await act(form.values as z.output<Schema>, form.identity);
  const fault = faultOf(form, outcome);
  if (fault?.refusal.code === "NOT_YOURS" && !fault.refusal.field) throw new Refused(fault.refusal);
  if (fault) return await again(fault);
  c.var.shop.news.hurry();
  return c.redirect(next(outcome as Answer), 303);
}

/** What a list showed when its rows were ticked, by the address that its form sent along. */
export function queryOf(from = ""): URLSearchParams {
  return new URLSearchParams(from.split("?")[1]);
}

/** The words for what was just done, which the address names; undefined for anything else. */
export function doneText(c: Visit, words: Readonly<Record<string, string>>): string | undefined {
  const done = c.req.query("done");
  return done !== undefined && Object.hasOwn(words, done) ? words[done] : undefined;
}

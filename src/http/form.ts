import type { z } from "zod";
import type { Fault } from "../../views/kit/view.ts";
import { Refused } from "../errors.ts";
import { formIdentity } from "./identity.ts";
import { invalid } from "./invalid.ts";
import type { Visit } from "./env.ts";

/** A form as it was sent. `typed` goes back into the page when the form is refused. */
export type Form<Values> =
  & { readonly identity: string; readonly typed: Record<string, string> }
  & ({ readonly values: Values; readonly fault?: undefined } | {
    readonly values?: undefined;
    readonly fault: Fault;
  });

/**
 * Reads and validates a form. Text is trimmed; an empty field counts as left out; a field that the
 * schema has as a list is one, however often it was sent. Unknown fields are refused, but for
 * the identity.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Visit,
  schema: Schema,
): Promise<Form<z.output<Schema>>> {
  const sent = await formOf(c);
  const identity = formIdentity(sent.get("request"));
  const fields: Record<string, unknown> = {};
  const typed: Record<string, string> = {};
  for (const name of new Set(sent.keys())) {
    if (name === "request") continue;
    const entries = sent.getAll(name).map((entry) =>
      typeof entry === "string" ? entry.trim() : entry
    )
      .filter((entry) => typeof entry === "string" ? entry !== "" : entry.size > 0);
    const [first] = entries;
    // What was emptied stays empty when the form is shown again.
    if (typeof sent.get(name) === "string") typed[name] = typeof first === "string" ? first : "";
    if (name.endsWith("[]") || isList(schema, name)) fields[name] = entries;
    else if (entries.length > 0) fields[name] = entries.length === 1 ? first : entries;
  }
  const { tooSoon } = c.var;
  if (tooSoon) return { identity, typed, fault: { refusal: tooSoon, values: typed } };
  const read = schema.safeParse(fields);
  if (read.success) return { identity, typed, values: read.data };
  return { identity, typed, fault: { refusal: invalid(read.error.issues), values: typed } };
}

/** The form as it came. @throws Refused INVALID when the body is none */
export async function formOf(c: Visit): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refused({ code: "INVALID", field: "body" });
  }
}

function isList(schema: z.ZodType, name: string) {
  const shape = (schema as { shape?: Record<string, z.ZodType> }).shape;
  let field = shape?.[name] as { type?: string; unwrap?: () => z.ZodType } | undefined;
  while (field?.unwrap && field.type !== "array") field = field.unwrap() as typeof field;
  return field?.type === "array";
}

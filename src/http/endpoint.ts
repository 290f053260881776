import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type RefusalCode, refusalStatus, Refused } from "../errors.ts";
import type { Env } from "./env.ts";
import { invalid } from "./invalid.ts";

/** A part of the API. What its schemas refuse becomes INVALID, by field. */
export function api(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Refused(invalid(result.error.issues));
    },
  });
}

/** RFC 9457, as every refusal of the API is told. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]),
  detail: z.string(),
  requestId: z.uuid(),
  field: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), rule: z.string(), detail: z.string() })).optional(),
  available: z.int().optional(),
  limit: z.int().optional(),
  state: z.string().optional(),
  holdIds: z.array(z.uuid()).optional(),
  retryAfterMs: z.int().optional(),
}).openapi("Problem");

interface Endpoint<
  Method extends string,
  Path extends string,
  Status extends number,
  Answer extends z.ZodType,
> {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly tag: "shopper" | "public" | "seller" | "accounts";
  readonly status: Status;
  /** Schema of the answer's JSON. */
  readonly answer: Answer;
  /** Refusals beyond INVALID, which any input may earn. */
  readonly refusals?: readonly RefusalCode[];
}

type Method = "get" | "post" | "patch" | "put" | "delete";

/** Describes a route once, for validation, for types and for the OpenAPI document. */
export function endpoint<
  const M extends Method,
  const Path extends string,
  const Status extends 200 | 201,
  Answer extends z.ZodType,
  Request extends Parameters<typeof createRoute>[0]["request"] = undefined,
>(
  { method, path, summary, tag, status, answer, refusals = [], request }:
    & Endpoint<M, Path, Status, Answer>
    & { readonly request?: Request },
) {
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    request: request as Request,
    security: tag === "public" ? [] : [{ cookie: [] }, { bearer: [] }],
    responses: {
      [status]: { description: "OK", content: { "application/json": { schema: answer } } },
      ...problems(["INVALID", ...refusals]),
    } as {
      [S in Status]: { description: string; content: { "application/json": { schema: Answer } } };
    },
  });
}

function problems(codes: readonly RefusalCode[]) {
  const byStatus = Map.groupBy(codes, (code) => refusalStatus[code]);
  return Object.fromEntries(
    byStatus.entries().map(([status, codes]) => [status, {
      description: codes.join(", "),
      content: { "application/problem+json": { schema: Problem } },
    }]),
  );
}

/** The JSON body of a request, which must be there. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true } as const;
}

import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { type RefusalCode, refusalStatus } from "../errors.ts";

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
}).meta({ id: "Problem" });

type Method = "get" | "post" | "patch" | "put" | "delete";

interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: "shopper" | "public" | "seller" | "accounts";
  readonly request: NonNullable<RouteConfig["request"]>;
  readonly status: 200 | 201;
  /** Schema of the answer's JSON. */
  readonly answer: z.ZodType;
  /** Refusals beyond INVALID and RATE_LIMITED, which any request may earn. */
  readonly refusals?: readonly RefusalCode[];
}

const open: Record<string, string[]>[] = [];
const either: Record<string, string[]>[] = [{ cookie: [] }, { bearer: [] }];

interface JsonAnswer<Schema> {
  description: string;
  content: { "application/json": { schema: Schema } };
}

/** Describes a route once, for validation, for types and for the OpenAPI document. */
export function endpoint<const E extends Endpoint>(described: E) {
  const { method, path, summary, tag, request, status, answer, refusals = [] } = described;
  return {
    method: method as E["method"],
    path: path as E["path"],
    summary,
    tags: [tag],
    request: request as E["request"],
    security: tag === "public" ? open : either,
    responses: {
      [status]: { description: "OK", content: { "application/json": { schema: answer } } },
      ...problems(new Set<RefusalCode>(["INVALID", "RATE_LIMITED", ...refusals])),
    } as { [S in E["status"]]: JsonAnswer<E["answer"]> },
  };
}

function problems(codes: ReadonlySet<RefusalCode>) {
  const byStatus = Map.groupBy(codes, (code) => refusalStatus[code]);
  return Object.fromEntries(
    Array.from(byStatus, ([status, codes]) => [status, {
      description: codes.join(", "),
      content: { "application/problem+json": { schema: Problem } },
    }]),
  );
}

/** The JSON body of a request, which must be there. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true } as const;
}

import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import { Hono, type MiddlewareHandler, type ValidationTargets } from "hono";
import { HTTPException } from "hono/http-exception";
import { validator } from "hono/validator";
import type { ZodType } from "zod";
import { Refused } from "../errors.ts";
import type { Env } from "./env.ts";
import { invalid } from "./invalid.ts";

/** A part of the API. What its schemas refuse becomes INVALID, by field. */
export function api(): Api {
  return new Api();
}

/**
 * Routes that are described once: for validation, for types, and for the document. What makes the
 * document (`OpenAPIHono`) weighs more than the API, so only that which does so loads it.
 */
export class Api extends Hono<Env> {
  /** What the routes are, in order. */
  readonly described: RouteConfig[] = [];

  /** Answers the requests to a route that pass its schemas. */
  readonly openapi = ((route: RouteConfig, handler: MiddlewareHandler<Env>) => {
    const path = route.path.replaceAll(/{(.+?)}/g, ":$1");
    this.described.push(route);
    this.on([route.method], [path], ...validators(route), handler);
    return this;
  }) as unknown as OpenAPIHono<Env>["openapi"];

  /** Takes another part in. */
  join(part: Api): this {
    this.described.push(...part.described);
    this.route("/", part);
    return this;
  }
}

function validators({ request }: RouteConfig): MiddlewareHandler[] {
  const { query, params, body } = request ?? {};
  const content = body?.content["application/json"];
  const json = content && "schema" in content ? content.schema : undefined;
  return [
    ...query ? [passing("query", query as ZodType)] : [],
    ...params ? [passing("param", params as ZodType)] : [],
    ...json ? [onlyJson, passing("json", json as ZodType)] : [],
  ];
}

function passing(target: keyof ValidationTargets, schema: ZodType): MiddlewareHandler {
  return validator(target, (sent) => {
    const { success, data, error } = schema.safeParse(sent);
    if (!success) throw new Refused(invalid(error.issues));
    return data as never;
  });
}

const onlyJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/([a-z-.]+\+)?json(;|$)/i.test(type)) throw new HTTPException(415);
  await next();
};

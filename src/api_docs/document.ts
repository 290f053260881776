import { OpenAPIHono } from "@hono/zod-openapi";
import { wholeApi } from "../api.ts";
import { idempotency_key_characters_max } from "../limits.ts";

export type ApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const description = `Everything that the shop's pages do, for programs.

Refusals are problems (RFC 9457) with a \`code\` of a fixed catalogue, a \`detail\` in the language of
\`Accept-Language\`, \`retryAfterMs\` where waiting helps, and the \`requestId\`. Unknown fields are
refused. Amounts are whole minor units of their currency, moments ISO 8601 in UTC.`;

/** OpenAPI 3.1, made of the schemas that validate. */
export function describeApi(): ApiDocument {
  const whole = new OpenAPIHono();
  wholeApi.described.forEach((route) => whole.openAPIRegistry.registerPath(route));
  const document = whole.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Maru", version: "1", description },
    servers: [{ url: "/" }],
    tags: [
      { name: "public", description: "For everybody" },
      { name: "shopper", description: "For whoever is signed in" },
      { name: "accounts", description: "About whoever is signed in" },
      { name: "seller", description: "For the owner of an approved shop" },
    ],
  });
  document.components = {
    ...document.components,
    securitySchemes: {
      cookie: { type: "apiKey", in: "cookie", name: "access", description: "As the pages have it" },
      bearer: { type: "http", scheme: "bearer", description: "An access token, for 15 minutes" },
    },
    parameters: { IdempotencyKey: idempotency_key },
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ["post", "put", "patch", "delete"] as const) {
      const operation = path[method];
      if (!operation?.security?.length) continue;
      operation.parameters = [
        ...operation.parameters ?? [],
        { $ref: "#/components/parameters/IdempotencyKey" },
      ];
    }
  }
  return document;
}

const idempotency_key = {
  name: "Idempotency-Key",
  in: "header",
  description: "Names the request: sent again under it, it is done once and answered alike; " +
    "with other content it is refused. A UUID, or any text.",
  schema: { type: "string", maxLength: idempotency_key_characters_max },
} as const;

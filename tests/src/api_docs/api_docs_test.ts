import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { backOffice } from "../../../src/back_office.ts";
import { describeApi } from "../../../src/api_docs/document.ts";
import { groupsOf } from "../../../src/api_docs/groups.ts";
import { eachDatabase } from "../../support/databases.ts";
import { TestApp } from "../../support/test_app.ts";

/** Every route of the API that the application answers, as OpenAPI writes it. */
function routes(): string[] {
  const own = ["/api/docs", "/api/openapi.json"];
  const all = backOffice.flatMap((capability) => capability.routes)
    .filter(({ method, path }) =>
      method !== "ALL" && path.startsWith("/api/") && !own.includes(path)
    )
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]+\})?/g, "{$1}")}`);
  return [...new Set(all)].sort();
}

const endpoints = groupsOf(describeApi()).flatMap(({ endpoints }) => endpoints);

Deno.test("the document describes every route of the API, and no other", () => {
  const described = endpoints.map(({ method, path }) => `${method} ${path}`).sort();
  deepEqual(described, routes());
  ok(described.length > 20);
});

Deno.test("every reference in the document leads somewhere", () => {
  const document = JSON.parse(JSON.stringify(describeApi()));
  for (const [, path = ""] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split("/").reduce((part, name) => part?.[name], document);
    ok(found, path);
  }
});

Deno.test("what changes something takes an identity, and says what it may be refused for", () => {
  for (const { method, path, signIn, parameters, refusals } of endpoints) {
    const named = parameters.some(({ name }) => name === "Idempotency-Key");
    equal(named, method !== "GET" && signIn, `${method} ${path}`);
    const codes = refusals.map(({ code }) => code);
    ok(codes.includes("INVALID"), path);
    equal(codes.includes("SIGN_IN_REQUIRED"), signIn, path);
  }
});

Deno.test("every body refuses what it does not know", () => {
  for (const { method, path, body } of endpoints) {
    if (body?.type !== "object") continue;
    equal(
      (body as { additionalProperties?: unknown }).additionalProperties,
      false,
      `${method} ${path}`,
    );
  }
});

eachDatabase(
  "the API is described to programs and to people, without a script",
  async (database) => {
    await using shop = new TestApp(database);
    const { status, body } = await shop.guest().get("/api/openapi.json");
    equal(status, 200);
    equal(body.openapi, "3.1.0");
    deepEqual(Object.keys((body.components as { securitySchemes: object }).securitySchemes), [
      "cookie",
      "bearer",
    ]);

    const page = await shop.guest().get<string>("/api/docs", { "accept-language": "en" });
    equal(page.status, 200);
    for (const { method, path } of endpoints) {
      match(
        page.body,
        new RegExp(`${method}</span> <code>${path.replace(/[{}]/g, "\\$&")}</code>`),
      );
    }
    doesNotMatch(page.body, /<script(?![^>]* src=)|style="|onclick/);
    const ids = [...page.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    equal(new Set(ids).size, ids.length, "ids are unique");
    for (const [, id = ""] of page.body.matchAll(/href="#([^"]+)"/g)) ok(ids.includes(id), id);
    match((await shop.guest().get<string>("/api/docs")).body, /누구나/);
  },
);

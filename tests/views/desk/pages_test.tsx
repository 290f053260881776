import { deepEqual, equal, match, ok } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { locales } from "../../../views/copy/mod.ts";
import { sampleView } from "../samples/pages.tsx";
import { forms, type Tag, tags } from "../support/tags.ts";
import { deskPages } from "./samples.tsx";

const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;=1+1`;

/** Runs once for every page of the desk in every language. */
function everyPage(promise: string, text: string, check: (html: string, tags: Tag[]) => void) {
  Deno.test(`every page of the desk, in every language: ${promise}`, async (test) => {
    for (const locale of locales) {
      for (const [name, node] of Object.entries(deskPages(sampleView(locale), text))) {
        const html = renderToString(node);
        await test.step(`${locale} ${name}`, () => check(html, tags(html)));
      }
    }
  });
}

everyPage("has one heading, and nothing inline", "Knit", (html, tags) => {
  equal(tags.filter(({ name }) => name === "h1").length, 1);
  ok(!/<style|javascript:/i.test(html));
  for (const { name, attributes } of tags) {
    deepEqual([...attributes.keys()].filter((key) => /^(style|on.*|hx-on.*)$/.test(key)), [], name);
  }
});

everyPage("names each element once, and labels every input", "Knit", (_, tags) => {
  const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
  deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), []);
  const labelled = new Set(
    tags.filter(({ name }) => name === "label").map(({ attributes }) => attributes.get("for")),
  );
  for (const { name, attributes } of tags) {
    if (!["input", "select", "textarea"].includes(name)) continue;
    if (attributes.get("type") === "hidden") continue;
    ok(
      attributes.has("aria-label") || labelled.has(attributes.get("id")),
      `${name} ${attributes.get("name")}`,
    );
  }
});

everyPage("sends every change with one identity", "Knit", (html) => {
  for (const { form, inside } of forms(html)) {
    const action = form.attributes.get("action") ?? "";
    match(action, /^\/(desk|shows\/[^/]+\/messages)/);
    const identities = inside.filter(({ attributes }) => attributes.get("name") === "request");
    equal(identities.length, form.attributes.get("method") === "post" ? 1 : 0, action);
  }
});

everyPage("keeps what people write as text", hostile, (html) => {
  ok(!/<script>|<img src=x/.test(html));
});

Deno.test("the desk's languages differ in every page", () => {
  const [ko, en] = locales.map((locale) =>
    Object.values(deskPages(sampleView(locale), "1")).map((node) => renderToString(node))
  );
  ko!.forEach((html, place) => ok(/[가-힣]/.test(html) && !/[가-힣]/.test(en![place]!)));
});

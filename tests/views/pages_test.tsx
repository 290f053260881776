import { deepEqual, equal, match, ok } from "node:assert/strict";
import { locales } from "../../views/copy/mod.ts";
import { sampleDocument } from "./samples/document.tsx";
import { samplePages, sampleView } from "./samples/pages.tsx";
import { forms, type Tag, tags } from "./support/tags.ts";

/** Runs once for every page in every language. */
function everyPage(promise: string, check: (html: string, tags: Tag[]) => void) {
  Deno.test(`every page, in every language: ${promise}`, async (test) => {
    for (const locale of locales) {
      for (const name of Object.keys(samplePages(sampleView(locale)))) {
        const html = sampleDocument(sampleView(locale), name)!;
        await test.step(`${locale} ${name}`, () => check(html, tags(html)));
      }
    }
  });
}

everyPage("keeps to a policy without anything inline", (html, tags) => {
  ok(!/<style|javascript:|\bjs:/i.test(html));
  for (const { name, attributes } of tags) {
    const inline = [...attributes.keys()].filter((key) => /^(style|on.*|hx-on.*)$/.test(key));
    deepEqual(inline, [], name);
    ok(!attributes.get("hx-trigger")?.includes("["), "a filter needs unsafe-eval");
    if (name === "script") match(attributes.get("src") ?? "", /^\/assets\//);
  }
});

everyPage("loads one stylesheet, and no script before it is read", (_, tags) => {
  equal(tags.filter(({ attributes }) => attributes.get("rel") === "stylesheet").length, 1);
  for (const { attributes } of tags.filter(({ name }) => name === "script")) {
    ok(attributes.has("defer") || attributes.get("type") === "module");
  }
});

everyPage("labels every input", (_, tags) => {
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

everyPage("names every form's way, and every change's request", (html) => {
  for (const { form, inside } of forms(html)) {
    const action = form.attributes.get("action") ?? "";
    match(action, /^\//);
    const method = form.attributes.get("method");
    ok(method === "get" || method === "post", action);
    const identities = inside.filter(({ attributes }) => attributes.get("name") === "request");
    equal(identities.length, method === "post" ? 1 : 0, action);
    const buys = form.attributes.get("hx-post");
    ok(buys === undefined || buys === action, "the island and the form share one route");
  }
});

everyPage("gives no identity to two requests, and no id to two elements", (_, tags) => {
  const identities = tags.filter(({ attributes }) => attributes.get("name") === "request")
    .map(({ attributes }) => attributes.get("value"));
  deepEqual(repeated(identities), []);
  deepEqual(repeated(tags.flatMap(({ attributes }) => attributes.get("id") ?? [])), []);
});

everyPage("reserves the place of each picture and says what it shows", (_, tags) => {
  for (const { attributes } of tags.filter(({ name }) => name === "img")) {
    ok(Number(attributes.get("width")) > 0 && Number(attributes.get("height")) > 0);
    ok(attributes.has("alt"));
  }
});

everyPage("has one heading, a language and a way past the header", (html, tags) => {
  equal(tags.filter(({ name }) => name === "h1").length, 1);
  match(html, /<html lang="(ko|en)">/);
  match(html, /<a class="skip" href="#main">/);
  match(html, /<main id="main"/);
});

function repeated(all: readonly (string | undefined)[]) {
  return all.filter((one, place) => all.indexOf(one) !== place);
}

import { equal, notEqual, rejects } from "node:assert/strict";
import { vault } from "../../../src/accounts/vault.ts";
import type { Configuration } from "../../../src/platform.ts";

const secret = (id: string) => ({ id, bytes: new TextEncoder().encode(id.padEnd(32, "*")) });
const under = (current: string, previous?: string) =>
  vault({
    secrets: { current: secret(current), previous: previous ? secret(previous) : undefined },
  } as Configuration);

Deno.test("what is sealed opens for its row alone", async () => {
  const { seal, open } = under("a");
  const sealed = await seal("서울시 중구", "row-1");
  equal(await open(sealed, "row-1"), "서울시 중구");
  await rejects(open(sealed, "row-2"));
});

Deno.test("the same text never looks the same", async () => {
  const { seal } = under("a");
  notEqual(await seal("text", "row"), await seal("text", "row"));
});

Deno.test("a changed letter does not open", async () => {
  const { seal, open } = under("a");
  const sealed = await seal("text", "row");
  const at = sealed.length - 3;
  const other = sealed[at] === "A" ? "B" : "A";
  await rejects(open(sealed.slice(0, at) + other + sealed.slice(at + 1), "row"));
});

Deno.test("the secret before still opens what it sealed; one that is gone does not", async () => {
  const sealed = await under("old").seal("text", "row");
  equal(await under("new", "old").open(sealed, "row"), "text");
  await rejects(under("new").open(sealed, "row"), /not at hand/);
});

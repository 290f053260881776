import { deepEqual, equal, match } from "node:assert/strict";
import { copy, refusalText } from "../../views/copy/mod.ts";
import { type Refusal, type RefusalCode, refusalStatus } from "../../src/errors.ts";
import type { Database } from "../../src/platform.ts";
import type { Answer, Json, Person } from "./person.ts";

const hangul = /[가-힣]/;
const languages = ["ko", "en"] as const;

/** What somebody tries, and the refusal that it should earn. */
export interface Attempt {
  readonly name: string;
  readonly by: Person;
  readonly send: (by: Person) => Promise<Answer<Json | string>>;
  readonly code: RefusalCode;
  /** Beside the code: the input at fault. */
  readonly field?: string;
}

/**
 * Tries in both languages: each is answered with the refusal's status, code and words in that
 * language, as a problem or as a page, and nothing that is kept has changed.
 */
export async function expectRefusal(database: Database, attempt: Attempt): Promise<void> {
  const { name, by, send, code, field } = attempt;
  for (const language of languages) {
    by.cookies.set("locale", language);
    const before = await everythingIn(database);
    const answer = await send(by);
    const told = `${name} (${language})`;
    equal(
      answer.status,
      refusalStatus[code],
      `${told}: ${JSON.stringify(answer.body).slice(0, 500)}`,
    );
    if (typeof answer.body === "string") expectPage(answer.body, language, { code, field }, told);
    else expectProblem({ ...answer, body: answer.body }, language, { code, field }, told);
    deepEqual(await everythingIn(database), before, `${told} changed something`);
  }
}

function expectProblem(
  { headers, body }: Answer,
  language: string,
  { code, field }: Refusal,
  told: string,
) {
  equal(headers.get("content-type"), "application/problem+json", told);
  equal(body.code, code, told);
  equal(body.title, code, told);
  equal(hangul.test(String(body.detail)), language === "ko", `${told}: ${body.detail}`);
  if (!field) return;
  const faults = (body.fields ?? []) as { field: string; detail: string }[];
  deepEqual([...new Set(faults.map(({ field }) => field))], [field], told);
  for (const { detail } of faults) equal(hangul.test(detail), language === "ko", told);
}

function expectPage(
  html: string,
  language: "ko" | "en",
  { code, field }: Refusal,
  told: string,
) {
  match(html, new RegExp(`<html lang="${language}">`), told);
  const words = code === "NOT_YOURS"
    ? copy(language).notFound.text
    : refusalText(language, { code }).next;
  equal(html.includes(escaped(words)), true, told);
  if (field) match(html, /aria-invalid="true"/, `${told}: no field is marked`);
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * A digest of each table. Left out is what every request may leave: identities with their answers,
 * sessions, and what the scheduler remembers.
 */
export async function everythingIn(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename not in ('requests', 'sessions', 'migrations',
       'scheduled_messages', 'message_deduplications', 'schedules', 'dead_letters')`,
  );
  const digests = tables.map(({ name }) =>
    `select '${name}' as name,
       (select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
        from ${name} t) as digest`
  );
  const rows = await database.query<{ name: string; digest: string }>(digests.join(" union all "));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

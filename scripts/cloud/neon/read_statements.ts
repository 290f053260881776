import { z } from "zod";
import { Malformed } from "./refusal.ts";

const Statement = z.object({
  query: z.string(),
  params: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).default([]),
});
const Asked = z.union([z.object({ queries: z.array(Statement) }), Statement]);

export type Statement = z.output<typeof Statement>;

/** Statements that run in one transaction, and how that begins. */
export interface Batch {
  readonly begin: string;
  readonly statements: readonly Statement[];
}

const levels: Readonly<Record<string, string>> = {
  ReadUncommitted: "read uncommitted",
  ReadCommitted: "read committed",
  RepeatableRead: "repeatable read",
  Serializable: "serializable",
};

/** @throws Malformed */
export function readStatements(body: unknown, headers: Headers): Statement | Batch {
  const { data, error } = Asked.safeParse(body);
  if (error) throw new Malformed("the body is no statement");
  return "queries" in data ? { begin: beginOf(headers), statements: data.queries } : data;
}

function beginOf(headers: Headers): string {
  const asked = headers.get("neon-batch-isolation-level") ?? "ReadCommitted";
  const level = Object.hasOwn(levels, asked) ? levels[asked] : undefined;
  if (!level) throw new Malformed(`no isolation level ${asked}`);
  const modes = [
    `isolation level ${level}`,
    ...(headers.get("neon-batch-read-only") === "true" ? ["read only"] : []),
    ...(headers.get("neon-batch-deferrable") === "true" ? ["deferrable"] : []),
  ];
  return `begin ${modes.join(", ")}`;
}

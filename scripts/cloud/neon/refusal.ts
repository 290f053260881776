import { errorFields } from "@neondatabase/serverless";
import pg from "pg";

/** What was asked is nothing that Neon knows. */
export class Malformed extends Error {
  override name = "Malformed";
}

type Status = 400 | 413 | 503;

/** What Neon answers when something went wrong: 400 when PostgreSQL, or it itself, refused. */
export function refusal(error: Error): { status: Status; body: Record<string, unknown> } {
  const { message } = error;
  if (error instanceof pg.DatabaseError) {
    const told = errorFields.map((name) => [name, error[name as keyof pg.DatabaseError] ?? null]);
    return { status: 400, body: { message, ...Object.fromEntries(told) } };
  }
  const asked = error instanceof Malformed || error instanceof SyntaxError;
  if (asked) return { status: 400, body: { message } };
  return { status: 503, body: { message: `the database cannot be reached: ${message}` } };
}

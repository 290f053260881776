import { HTTPException } from "hono/http-exception";

/** What the publisher asked for and cannot have; answered as `{error}`, as QStash does. */
export function fault(message: string, status: 400 | 404 | 413 = 400): HTTPException {
  return new HTTPException(status, { message });
}

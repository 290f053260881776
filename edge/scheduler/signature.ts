import { sign } from "hono/jwt";
import { encodeBase64Url } from "hono/utils/encode";
import { uuidv7 } from "uuidv7";
import { scheduler_signature_seconds } from "../../src/limits.ts";

/** Signs a delivery as QStash does: https://upstash.com/docs/qstash/howto/signature */
export async function signature(
  { url, body, key, nowMs }: { url: string; body: string; key: string; nowMs: number },
): Promise<string> {
  const seconds = Math.floor(nowMs / 1_000);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return await sign({
    iss: "Upstash",
    sub: url,
    iat: seconds,
    nbf: seconds,
    exp: seconds + scheduler_signature_seconds,
    jti: `jwt_${uuidv7()}`,
    body: encodeBase64Url(digest),
  }, key);
}

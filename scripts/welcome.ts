import type { Environment } from "../edge/environment.ts";
import { people, seller } from "./seed/plan.ts";

/** Says where the shop is, how to get in, and whether there are pictures; else why not. */
export function welcome(
  origin: string,
  { databaseUrl, dataDir, developerSignIn, media }: Environment,
  pictureless?: string,
) {
  const lines = [
    "",
    `  Maru is open at ${origin}`,
    "",
    ...(developerSignIn ? ways(origin) : ["  Sign-in for developers is off (DEVELOPER_SIGN_IN)."]),
    "",
    ...(media ? pictures(media.publishUrl) : pictureless ? [`  ${pictureless}`, ""] : []),
    databaseUrl
      ? "  Data is kept in PostgreSQL (DATABASE_URL)."
      : `  Data is kept in ${dataDir}; start with --fresh to begin again.`,
    "  Ctrl-C closes the shop.",
    "",
  ];
  console.log(lines.join("\n"));
}

function pictures(publishUrl: string) {
  return [
    `  Encoders publish to ${publishUrl}; deno task air publishes a test picture.`,
    "",
  ];
}

function ways(origin: string) {
  const roles = [
    ["a shopper", people.mina.email],
    ["the seller", seller.email],
    ["a moderator", people.moderator.email],
    ["the admin", people.admin.email],
  ];
  return [
    `  Sign in at ${origin}/sign-in with one of these addresses, no password:`,
    ...roles.map(([role, email]) => `    ${role!.padEnd(12)} ${email}`),
  ];
}

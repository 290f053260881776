import { Malformed } from "./refusal.ts";

/** Who asks, and which database: what Neon's client says with each request. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** @throws Malformed when the header is missing or says too little */
export function readCredentials(header: string | undefined): Credentials {
  if (!header) throw new Malformed("Neon-Connection-String is missing");
  if (!/^postgres(ql)?:/.test(header) || !URL.canParse(header)) {
    throw new Malformed("Neon-Connection-String is no address of a database");
  }
  const { username, password, pathname } = new URL(header);
  const database = decodeURIComponent(pathname.slice(1));
  if (!username || !database) {
    throw new Malformed("Neon-Connection-String names no user or no database");
  }
  return {
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database,
  };
}

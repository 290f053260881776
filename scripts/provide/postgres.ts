import { freePort } from "./port.ts";
import { postgresPrograms } from "./postgres_programs.ts";
import { run } from "./run.ts";

/** A PostgreSQL cluster that lives as long as the tests. */
export interface Cluster {
  /** The address of a superuser, who may create databases. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "128MB",
  max_wal_size: "2GB",
};

// A cluster that is thrown away need not survive the power; it makes databases in a tenth of the time.
const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts a throw-away cluster in a temporary folder, on loopback, with trust for every client.
 * @param options.durable waits for the disk at each commit, as one does that is to be measured
 */
export async function providePostgres({ durable = false } = {}): Promise<Cluster> {
  const programs = await postgresPrograms();
  // Root's own temporary folder may be closed to the user that the cluster is to be of.
  const dir = Deno.uid() === 0 ? "/tmp" : undefined;
  const folder = await Deno.makeTempDir({ prefix: "maru-postgres-", dir });
  const owner = await ownerOf(folder);
  const as = { ...owner, cwd: folder };
  const cluster = `${folder}/cluster`;

  const made = await run(`${programs}/initdb`, [
    ...["--pgdata", cluster, "--username", "postgres", "--auth", "trust"],
    ...["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
  ], as);
  if (!made.ok) throw new Error(`initdb: ${made.text}`);

  const port = freePort();
  const options = Object.entries({ ...settings, ...(durable ? {} : hasty), port }).map((
    [key, value],
  ) => `-c ${key}='${value}'`);
  const log = `${folder}/log`;
  const started = await run(`${programs}/pg_ctl`, [
    ...["start", "--wait", "--pgdata", cluster, "--log", log, "--options", options.join(" ")],
  ], as);
  if (!started.ok) throw new Error(`pg_ctl start: ${await Deno.readTextFile(log)}`);

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    version: (await run(`${programs}/postgres`, ["--version"])).text,
    async stop() {
      await run(`${programs}/pg_ctl`, ["stop", "--pgdata", cluster, "--mode", "immediate"], as);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root: there the folder and the cluster go to another user. */
async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (Deno.uid() !== 0) return {};
  const users = (await Deno.readTextFile("/etc/passwd")).split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ??
    users.find(([name]) => name === "nobody");
  if (!user) throw new Error("PostgreSQL refuses to run as root, and there is no other user");
  const [uid, gid] = [Number(user[2]), Number(user[3])];
  await Deno.chown(folder, uid, gid);
  return { uid, gid };
}

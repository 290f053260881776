import process from "node:process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";

const patience_ms_default = 3_000;
const pause_ms_range = [20, 120] as const;

/**
 * Keeps other processes out of a folder until it is released or this process ends.
 *
 * Node has no `flock`, and a file with a process number lies: numbers come again after a restart,
 * and mean nothing from one container to the next. So each process that wants the folder listens
 * on a socket of its own name in it, and only then calls at all the others. The kernel answers for
 * the living, and refuses the call the moment a process is dead. Of two that start together each
 * sees the other, both step back, and come again after different pauses; two can never both find
 * the folder empty, for each listens before it looks.
 * @param options.patience_ms how long another process, which may just be ending, is waited for
 * @throws Error naming the process that has the folder
 */
export async function lockFolder(
  folder: string,
  { patience_ms = patience_ms_default } = {},
): Promise<() => Promise<void>> {
  const door = join(folder, "lock");
  await mkdir(door, { recursive: true, mode: 0o700 });
  const giveUp = Date.now() + patience_ms;

  while (true) {
    const name = `${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
    const release = await listen(join(door, name));
    const rival = await livingRival(door, name);
    if (rival === undefined) return release;

    await release();
    if (Date.now() > giveUp) {
      throw new Error(`${folder} is in use by process ${rival.split("-")[0]}`);
    }
    const [least, most] = pause_ms_range;
    await new Promise((after) => setTimeout(after, least + Math.random() * (most - least)));
  }
}

async function listen(path: string): Promise<() => Promise<void>> {
  const server: Server = createServer((socket) => socket.destroy());
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(path, listening);
  });
  server.unref();
  return async () => {
    await new Promise((closed) => server.close(closed));
    await rm(path, { force: true });
  };
}

/** The name of another process that is alive in this folder; what the dead left is cleared away. */
async function livingRival(door: string, self: string): Promise<string | undefined> {
  for (const name of await readdir(door)) {
    if (name === self) continue;
    if (await answers(join(door, name))) return name;
    await rm(join(door, name), { force: true });
  }
}

// Anything else, a full queue of callers for one, is a sign of life.
const gone = new Set<string | undefined>(["ECONNREFUSED", "ENOENT"]);

function answers(path: string): Promise<boolean> {
  return new Promise((answered) => {
    const call = connect(path);
    call.once("connect", () => {
      call.destroy();
      answered(true);
    });
    call.once("error", ({ code }: NodeJS.ErrnoException) => answered(!gone.has(code)));
  });
}

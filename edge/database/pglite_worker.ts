/** PGlite in a thread of its own: it blocks whoever runs it for as long as a statement takes. */
import { MemoryFS, PGlite } from "@electric-sql/pglite";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { DurableFolder, durableParameters } from "./durable_folder.ts";
import { syncPath, syncTree } from "./sync_tree.ts";
import type { Order, Report } from "./pglite_thread.ts";
import { Upkeep } from "./upkeep.ts";

if (!parentPort) throw new Error("pglite_worker.ts runs as a worker");
const port = parentPort;

let engine: PGlite | undefined;
let upkeep: Upkeep | undefined;
let last = Promise.resolve();
port.on("message", (order: Order) => {
  last = last.then(() => serve(order)).catch(fail);
});

async function open(
  { folder, snapshot }: { folder?: string; snapshot?: ArrayBuffer },
): Promise<PGlite> {
  const loadDataDir = snapshot && new Blob([snapshot]);
  if (folder === undefined) return await PGlite.create({ fs: new MemoryFS(), loadDataDir });

  const cluster = join(folder, "cluster");
  if (!existsSync(cluster)) await found(cluster, loadDataDir);
  return await openFolder(cluster);
}

/** A cluster gets its name when it is whole, so that one cut short is never taken for a shop. */
async function found(cluster: string, loadDataDir: Blob | undefined): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const engine = await PGlite.create({ fs: new DurableFolder(unfinished), loadDataDir });
  await engine.close();
  syncTree(unfinished);
  await rename(unfinished, cluster);
  syncPath(dirname(cluster));
}

function openFolder(cluster: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFolder(cluster),
    startParams: durableParameters(PGlite.defaultStartParams),
  });
}

async function serve(order: Order): Promise<void> {
  if ("open" in order) {
    engine = await open(order.open);
    upkeep = new Upkeep(engine);
    return report({ opened: true });
  }
  if (!engine) throw new Error("PGlite is not open");

  if ("bytes" in order) {
    const answer = await engine.execProtocolRaw(new Uint8Array(order.bytes), { syncToFs: false });
    const bytes = new Uint8Array(answer).buffer;
    report({ bytes }, bytes);
    await upkeep?.afterMessage();
  } else if ("dump" in order) {
    const dump = await engine.dumpDataDir("none");
    const dumped = await dump.arrayBuffer();
    report({ dumped }, dumped);
  } else {
    await engine.close();
    report({ closed: true });
  }
}

function report(news: Report, handedOver?: ArrayBuffer): void {
  port.postMessage(news, handedOver ? [handedOver] : []);
}

function fail(error: unknown): void {
  report({ failed: error instanceof Error ? error.message : String(error) });
}

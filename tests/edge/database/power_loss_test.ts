import { PGlite } from "@electric-sql/pglite";
import { deepEqual, ok } from "node:assert/strict";
import { durableParameters } from "../../../edge/database/durable_folder.ts";
import { pglite } from "../../../edge/database/pglite.ts";
import { Disk } from "./disk.ts";
import { inFolder } from "./in_folder.ts";

const rows_each_round = 40;

inFolder("a power cut takes nothing that was acknowledged", async (folder) => {
  await found(folder);
  const disk = new Disk(`${folder}/cluster`);
  const engine = await PGlite.create({
    fs: disk,
    startParams: durableParameters(PGlite.defaultStartParams),
  });
  const between = [
    () => engine.exec("create index on rows (text)"),
    () => engine.exec("checkpoint"),
    () => engine.exec("update rows set text = text || '!'"),
  ];
  for (const [round, act] of between.entries()) {
    await write(engine, round);
    await act();
    await write(engine, round + 0.5);
    disk.cutPower(`${folder}/after-${round}/cluster`);
    deepEqual(await written(`${folder}/after-${round}`), await rowsOf(engine));
  }
  await engine.close();
});

inFolder("as PGlite comes, a power cut takes what was acknowledged", async (folder) => {
  await found(folder);
  const disk = new Disk(`${folder}/cluster`);
  const engine = await PGlite.create({ fs: disk });
  await write(engine, 0);
  disk.cutPower(`${folder}/after/cluster`);
  ok((await written(`${folder}/after`)).length < rows_each_round);
  await engine.close();
});

async function found(folder: string): Promise<void> {
  const database = await pglite(folder);
  await database.script("create table rows (n int generated always as identity, text text)");
  await database.close();
}

async function write(engine: PGlite, round: number): Promise<void> {
  for (let row = 0; row < rows_each_round; row++) {
    await engine.query("insert into rows (text) values ($1)", [`${round}: ${row}`]);
  }
}

async function rowsOf(engine: PGlite): Promise<unknown[]> {
  return (await engine.query("select n, text from rows order by n")).rows;
}

async function written(folder: string): Promise<unknown[]> {
  const database = await pglite(folder);
  try {
    return await database.query("select n, text from rows order by n");
  } finally {
    await database.close();
  }
}

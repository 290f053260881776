import { deepEqual, equal, rejects } from "node:assert/strict";
import { lockFolder } from "../../../edge/database/folder_lock.ts";
import { Process } from "./process.ts";
import { inFolder } from "./in_folder.ts";

inFolder("a folder in use is refused, and the process named", async (folder) => {
  const release = await lockFolder(folder);
  await rejects(lockFolder(folder, { patience_ms: 0 }), {
    message: `${folder} is in use by process ${Deno.pid}`,
  });
  const other = new Process("lock_holder.ts", folder, "0");
  equal(await other.line(), `${folder} is in use by process ${Deno.pid}`);
  await other.kill();
  await release();
});

inFolder("a folder that was released is free", async (folder) => {
  await (await lockFolder(folder))();
  await (await lockFolder(folder, { patience_ms: 0 }))();
});

inFolder("one who is ending is waited for", async (folder) => {
  const release = await lockFolder(folder);
  const waiting = lockFolder(folder);
  await new Promise((after) => setTimeout(after, 200));
  await release();
  await (await waiting)();
});

inFolder("what a killed process held is taken over", async (folder) => {
  const holder = new Process("lock_holder.ts", folder, "0");
  equal(await holder.line(), "held");
  await rejects(lockFolder(folder, { patience_ms: 0 }), {
    message: `${folder} is in use by process ${holder.pid}`,
  });
  await holder.kill();
  await (await lockFolder(folder, { patience_ms: 0 }))();
});

inFolder("of those who come at once, after a death, one gets in", async (folder) => {
  const dead = new Process("lock_holder.ts", folder, "0");
  equal(await dead.line(), "held");
  await dead.kill();

  const rush = Array.from({ length: 6 }, () => new Process("lock_holder.ts", folder, "4000"));
  const answers = await Promise.all(rush.map((process) => process.line()));
  const [winner] = rush.filter((_, index) => answers[index] === "held");
  deepEqual(
    answers.filter((answer) => answer !== "held"),
    Array(5).fill(`${folder} is in use by process ${winner?.pid}`),
  );
  await Promise.all(rush.map((process) => process.kill()));
});

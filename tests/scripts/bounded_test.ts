import { equal } from "node:assert/strict";
import { Bounded } from "../../scripts/test/bounded.ts";

Deno.test("a command ends by itself, well or badly", async () => {
  const bounded = new Bounded();
  equal(await bounded.deno(["eval", ""], {}, 20_000), "passed");
  equal(
    await bounded.deno(["eval", "Deno.exit(Number(Deno.env.get('CODE')))"], { CODE: "3" }, 20_000),
    "failed",
  );
});

Deno.test("a command that hangs is ended at its bound, with what it started", async () => {
  const started = await Deno.makeTempFile();
  const hang = `
    const child = new Deno.Command("sleep", { args: ["600"] }).spawn();
    Deno.writeTextFileSync(${JSON.stringify(started)}, String(child.pid));
    setInterval(() => {}, 1000);`;
  equal(await new Bounded().deno(["eval", hang], {}, 3_000), "out of time");

  const pid = Number(await Deno.readTextFile(started));
  equal(await isAlive(pid), false);
  await Deno.remove(started);
});

async function isAlive(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
    if (stat === "" || / [ZX] /.test(stat)) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

import assert from "node:assert/strict";
import { MediaServer } from "../support/media_server.ts";
import { Person } from "../support/person.ts";
import { freshDatabase } from "../support/postgres.ts";
import { ShopProcess } from "../support/shop.ts";
import { until } from "../support/until.ts";

interface Shows {
  readonly items: readonly { readonly id: string; readonly signal: string }[];
}

Deno.test("deno task air puts the demo's show on air, with a key that its seller makes", async () => {
  const fresh = await freshDatabase();
  {
    await using media = new MediaServer();
    await using shop = await ShopProcess.open({
      databaseUrl: fresh.url,
      env: media.variables,
      entry: "scripts/start.ts",
    });
    await media.start(shop.origin);
    const guest = new Person(shop.origin);
    const signal = async () => (await guest.get<Shows>("/api/shows?status=live")).body.items[0];
    assert.equal((await signal())?.signal, "none");

    const air = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--no-check", "scripts/air.ts", "--shop", shop.origin],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
      detached: true,
    }).spawn();
    await until(async () => (await signal())?.signal === "on", 30_000);
    // As Ctrl-C does it: to all of them.
    Deno.kill(-air.pid, "SIGINT");
    const { stdout } = await air.output();
    assert.match(new TextDecoder().decode(stdout), new RegExp(`/shows/${(await signal())!.id}`));
    await until(async () => (await signal())?.signal === "lost", 10_000);
  }
  await fresh.drop();
});

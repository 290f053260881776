import { deepEqual, equal, match } from "node:assert/strict";

/** A server with `roll` on it, whose containers get well or do not. */
class Server implements AsyncDisposable {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Server> {
    const folder = await Deno.makeTempDir();
    await Deno.copyFile("docs/deploy/roll", `${folder}/roll`);
    await Deno.writeTextFile(
      `${folder}/docker`,
      `#!/bin/sh\necho "$MARU_TAG $*" >> "$PWD/done"\n! grep -qsx "$MARU_TAG $8" "$PWD/sick"\n`,
      { mode: 0o755 },
    );
    return new Server(folder);
  }

  async roll(...args: string[]): Promise<{ ok: boolean; said: string }> {
    const { success, stdout, stderr } = await new Deno.Command("bash", {
      args: [`${this.folder}/roll`, ...args],
      env: { PATH: `${this.folder}:${Deno.env.get("PATH")}` },
    }).output();
    const [out, faults] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    return { ok: success, said: `${out}${faults}` };
  }

  /** What was done since it was last asked: the version and the process, or else the command. */
  async done(): Promise<string[]> {
    const lines = (await Deno.readTextFile(`${this.folder}/done`)).trim().split("\n");
    await Deno.remove(`${this.folder}/done`);
    return lines.map((line) => {
      const [tag, , ...command] = line.split(" ");
      return `${tag} ${command.find((word) => /^(maru-\d|migrate|proxy|restream)$/.test(word))}`;
    });
  }

  sicken(tag: string, process: string): Promise<void> {
    return Deno.writeTextFile(`${this.folder}/sick`, `${tag} ${process}\n`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

Deno.test("a version comes to one process after the other, after its migrations", async () => {
  await using server = await Server.make();
  const { ok, said } = await server.roll("v1");
  deepEqual([ok, said], [true, "v1 runs\n"]);
  deepEqual(await server.done(), [
    "v1 proxy",
    "v1 migrate",
    "v1 maru-1",
    "v1 maru-2",
    "v1 restream",
  ]);
});

Deno.test("a version that does not get well is taken back, and the second process is spared", async () => {
  await using server = await Server.make();
  await server.roll("v1");
  await server.done();
  await server.sicken("v2", "maru-1");
  const { ok, said } = await server.roll("v2");
  equal(ok, false);
  match(said, /maru-1 does not get well with v2\nall are back with v1/);
  deepEqual(await server.done(), [
    "v2 proxy",
    "v2 migrate",
    "v2 maru-1",
    "v1 maru-1",
    "v1 maru-2",
  ]);
});

Deno.test("one command goes back to what ran before, and another forth again", async () => {
  await using server = await Server.make();
  equal((await server.roll("--back")).ok, false);
  await server.roll("v1");
  await server.roll("v2");
  await server.done();
  equal((await server.roll("--back")).said, "v1 runs\n");
  deepEqual(await server.done(), ["v1 maru-1", "v1 maru-2", "v1 restream"]);
  equal((await server.roll("--back")).said, "v2 runs\n");
});

/**
 * `deno task bench edge`: the same application on Deno, Node and workerd in one run, from its start to
 * pages and holds; and what one statement for each wish is worth with the database 20 ms away,
 * beside the interactive transaction that is the usual way.
 */
import { weighWorker } from "../worker.ts";
import { compare } from "./edge/distance.ts";
import { report } from "./edge/report.ts";
import { race } from "./edge/race.ts";
import { openServer, versionOf } from "./holds/stage.ts";

const server = await openServer();
try {
  const { text, faults } = await report({
    version: await versionOf(server),
    worker: await weighWorker(),
    runtimes: await race(server),
    distance: await compare(server),
  });
  await Deno.mkdir("docs/benchmarks", { recursive: true });
  await Deno.writeTextFile("docs/benchmarks/edge.md", text);
  console.log(text);
  Deno.exitCode = faults === 0 ? 0 : 1;
} finally {
  await server.stop();
}
Deno.exit();

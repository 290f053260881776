/**
 * `deno task bench [holds] [pages] [room] [edge] [media]`: measures, prints, and writes docs/benchmarks. Without a name
 * all of them, one after the other, each in a process of its own.
 */
const benches = ["holds", "pages", "room", "edge", "media"];

const chosen = Deno.args.length > 0 ? Deno.args : benches;
const unknown = chosen.find((name) => !benches.includes(name));
if (unknown) {
  console.error(`There is no bench "${unknown}"; there are ${benches.join(", ")}.`);
  Deno.exit(2);
}

let failed = 0;
for (const name of chosen) {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", `scripts/bench/${name}.ts`],
  }).spawn().status;
  failed += code;
}
Deno.exit(failed === 0 ? 0 : 1);

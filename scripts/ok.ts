/** `deno task ok`: everything that can be known in a minute, each step with its time. */

const steps: Readonly<Record<string, readonly string[]>> = {
  format: ["fmt", "--check", "--quiet"],
  lint: ["lint", "--quiet"],
  types: ["check", "--quiet", "src", "edge", "views", "media", "scripts", "tests"],
  arrows: ["run", "--allow-read", "scripts/arrows.ts"],
  tests: ["run", "--allow-all", "scripts/test.ts", "--fast"],
};

const broken: string[] = [];
for (const [name, args] of Object.entries(steps)) {
  const begun = Date.now();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    stdin: "null",
  }).spawn().status;
  if (!success) broken.push(name);
  const took = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${success ? "ok" : "NOT OK"} ${name} (${took} s)`);
}
console.log(broken.length === 0 ? "all is well" : `not well: ${broken.join(", ")}`);
Deno.exit(broken.length === 0 ? 0 : 1);

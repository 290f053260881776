import { deepEqual, equal } from "node:assert/strict";

Deno.test("a line of the log is one JSON object; errors go to stderr", async () => {
  const log = new URL("../../edge/log.ts", import.meta.url).href;
  const script = `import { log } from "${log}";
    log("info", "open", { text: "two\\nlines" });
    log("error", "broken");`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
  }).output();
  const [line, ...rest] = new TextDecoder().decode(stdout).split("\n");
  deepEqual(rest, [""]);
  const { at, ...told } = JSON.parse(line!);
  deepEqual(told, { level: "info", event: "open", text: "two\nlines" });
  equal(new Date(at).toISOString(), at);
  equal(JSON.parse(new TextDecoder().decode(stderr)).event, "broken");
});

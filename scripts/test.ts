/**
 * `deno task test [path or name …]`: provides what the tests need, runs them group by group, and
 * closes with one line, `N passed, N failed`. `--fast` runs the units alone and provides nothing.
 */
import { build } from "./build.ts";
import { provideChromium } from "./provide/chromium.ts";
import { type Cluster, providePostgres } from "./provide/postgres.ts";
import { provideFfmpeg } from "./provide/ffmpeg.ts";
import { provideNode } from "./provide/node.ts";
import { RedisServer } from "./provide/redis.ts";
import { Bounded } from "./test/bounded.ts";
import { add, closingLine, type Counts, none, readFailures, readReport } from "./test/counts.ts";
import { type Group, groupOf, groups } from "./test/groups.ts";
import { select, type Selection, testFiles } from "./test/selection.ts";

const reports = ".build/reports";
const check_minutes_max = 4;
const checked = ["src", "edge", "views", "media", "scripts", "tests"];

const bounded = new Bounded();
const scratch = await Deno.makeTempDir({ prefix: "maru-" });
let cluster: Cluster | undefined;
let redis: RedisServer | undefined;
/** What failed, told again at the end: what a long run printed first may be cut off. */
const failures: string[] = [];
let interrupted = false;
let ended: Promise<never> | undefined;

async function main(args: readonly string[]): Promise<Counts> {
  const fast = args.includes("--fast");
  const selection = select(testFiles("tests"), args.filter((arg) => arg !== "--fast"));
  const due = groups.filter((group) =>
    (!fast || group.name === "units") &&
    (!selection.narrowed || filesOf(group, selection).length > 0)
  );
  // Once for all: test files that run side by side would build into each other's folder.
  await build();
  const env = { TMPDIR: scratch, ...fast ? {} : await provide(due) };
  let total = selection.narrowed ? none : await checkTypes();
  for (const group of due) {
    if (!interrupted) total = add(total, await runGroup(group, selection, env));
  }
  return total;
}

/** Installs and starts what these groups need; answers the environment that leads them to it. */
async function provide(due: readonly Group[]): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const needs = new Set(due.flatMap((group) => group.needs));
  if (needs.has("postgres") && !Deno.env.has("TEST_DATABASE_URL")) {
    const begun = Date.now();
    cluster = await providePostgres();
    env.TEST_DATABASE_URL = cluster.url;
    say(`postgres: ${cluster.version}, ${seconds(begun)}`);
  }
  if (needs.has("redis") && !Deno.env.has("TEST_REDIS_URL")) {
    const begun = Date.now();
    redis = await RedisServer.open();
    env.TEST_REDIS_URL = redis.url;
    say(`redis: ${await redis.version()}, ${seconds(begun)}`);
  }
  if (needs.has("node")) {
    const begun = Date.now();
    env.TEST_NODE = await provideNode();
    say(`node: ${env.TEST_NODE}, ${seconds(begun)}`);
  }
  if (needs.has("chromium")) {
    const begun = Date.now();
    env.TEST_CHROMIUM = await provideChromium();
    say(`chromium: ${env.TEST_CHROMIUM}, ${seconds(begun)}`);
  }
  if (needs.has("ffmpeg")) {
    const begun = Date.now();
    say(`ffmpeg: ${await provideFfmpeg()}, ${seconds(begun)}`);
  }
  return env;
}

async function checkTypes(): Promise<Counts> {
  const begun = Date.now();
  const end = await bounded.deno(["check", "--quiet", ...checked], {}, minutes(check_minutes_max));
  say(`types: ${end}, ${seconds(begun)}`);
  if (end !== "passed") failures.push(`types: ${end}`);
  return end === "passed" ? none : { ...none, failed: 1 };
}

async function runGroup(
  group: Group,
  selection: Selection,
  env: Record<string, string>,
): Promise<Counts> {
  const begun = Date.now();
  const files = filesOf(group, selection);
  say(`${group.name}: ${files.length} files, at most ${group.minutes_max} minutes`);
  if (files.length === 0) return failed(group, "has no test files");

  const report = `${reports}/${group.name}.xml`;
  await Deno.mkdir(reports, { recursive: true });
  const told = `${reports}/${group.name}.md`;
  await Promise.all([report, told].map((file) => Deno.remove(file).catch(() => {})));
  const flags = [...group.flags, `--junit-path=${report}`];
  if (!selection.narrowed) flags.push("--no-check");
  if (selection.filter) flags.push(`--filter=${selection.filter}`);
  const end = await bounded.deno(
    ["test", "--allow-all", "--quiet", ...flags, ...files],
    env,
    minutes(group.minutes_max),
  );

  // What a group has to tell beside its counts.
  await Deno.readTextFile(told).then(console.log, () => {});
  const xml = await Deno.readTextFile(report).catch(() => "");
  failures.push(...readFailures(xml));
  const all = readReport(xml);
  // What a filter leaves out stands in the report as skipped.
  const counts = selection.filter ? { ...all, skipped: 0 } : all;
  say(`${group.name}: ${closingLine(counts)}, ${seconds(begun)}`);
  if (end === "out of time") return add(counts, failed(group, "did not end in time"));
  if (end === "failed" && counts.failed === 0) return add(counts, failed(group, "broke"));
  if (counts.passed + counts.failed === 0 && !selection.filter) {
    return add(counts, failed(group, "ran no test"));
  }
  return counts;
}

function filesOf(group: Group, { files }: Selection): string[] {
  return files.filter((file) => groupOf(file) === group);
}

function failed(group: Group, how: string): Counts {
  say(`${group.name}: FAILED, it ${how}`);
  failures.push(`${group.name} ${how}`);
  return { ...none, failed: 1 };
}

function minutes(count: number): number {
  return count * 60_000;
}

function seconds(begun: number): string {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  console.log(`== ${line}`);
}

/** Leaves nothing behind, and ends with the code that it was first asked for. */
function end(code: number): Promise<never> {
  return ended ??= tidyAndExit(code);
}

async function tidyAndExit(code: number): Promise<never> {
  await redis?.kill();
  await cluster?.stop();
  await Deno.remove(scratch, { recursive: true });
  Deno.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, async () => {
    interrupted = true;
    await bounded.stop();
    await end(130);
  });
}

try {
  const counts = await main(Deno.args);
  failures.forEach((failure) => say(`FAILED: ${failure}`));
  console.log(closingLine(counts));
  await end(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
} catch (error) {
  console.error(error);
  console.log(closingLine({ ...none, failed: 1 }));
  await end(1);
}

/**
 * `deno task bench pages`: home, show, store and product page of the whole shop beside a bare Hono
 * text route, on the same runtime, in the same run, in turns; and what each page weighs.
 */
import { postgres } from "../../edge/database/postgres.ts";
import { providePostgres } from "../provide/postgres.ts";
import { machine } from "./machine.ts";
import { load, type Loaded } from "./pages/load.ts";
import { serveBare, serveShop } from "./servers.ts";
import { weigh, type Weight } from "./pages/weigh.ts";

const rounds = 3;

const cluster = await providePostgres({ durable: true });
const database = postgres(cluster.url);
await database.query("create database pages");
await database.close();
const url = new URL(cluster.url);
url.pathname = "/pages";

const shop = await serveShop(url.href);
const bare = await serveBare();
const paths = await pathsOf(shop.origin);
const figures = new Map<string, Loaded[]>();

for (let round = 0; round < rounds; round++) {
  await take("a bare Hono text route", `${bare.origin}/`);
  for (const [name, path] of paths) await take(name, shop.origin + path);
}
const weights: Weight[] = [];
for (const [name, path] of [...paths, ["cart", "/cart"], ["checkout", "/checkout"]] as const) {
  weights.push(await weigh(name, shop.origin, path));
}

bare.stop();
await shop.stop();
await cluster.stop();
await report();

async function take(name: string, address: string) {
  figures.set(name, [...figures.get(name) ?? [], await load(address)]);
}

async function pathsOf(origin: string): Promise<[string, string][]> {
  const home = await (await fetch(origin)).text();
  const show = /href="(\/shows\/[0-9a-f-]{36})"/.exec(home)![1]!;
  const product = /href="(\/products\/[0-9a-f-]{36})"/.exec(home)![1]!;
  return [["home", "/"], ["show", show], ["store", "/store"], ["product", product]];
}

async function report() {
  const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!;
  const bareRate = median(figures.get("a bare Hono text route")!.map((one) => one.perSecond));
  const kB = (bytes: number) => (bytes / 1024).toFixed(1);
  const text = [
    "# Pages",
    "",
    `\`deno task bench pages\` · ${await machine()}`,
    "",
    `${rounds} rounds in turns, 5 s each, 32 connections, a guest, the demo shop on PostgreSQL; medians.`,
    "The load comes from a process of its own on the same machine.",
    "",
    "| page | requests/s | of the bare route | p50 ms | p99 ms | not 200 |",
    "|---|---:|---:|---:|---:|---:|",
    ...[...figures].map(([name, all]) => {
      const rate = median(all.map((one) => one.perSecond));
      const share = `${(rate / bareRate * 100).toFixed(0)} %`;
      const p50 = median(all.map((one) => one.p50));
      const p99 = median(all.map((one) => one.p99));
      const wrong = all.reduce((sum, one) => sum + one.wrong, 0);
      return `| ${name} | ${rate.toFixed(0)} | ${share} | ${p50} | ${p99} | ${wrong} |`;
    }),
    "",
    "| page, kB compressed (gzip) | HTML | CSS | JS |",
    "|---|---:|---:|---:|",
    ...weights.map(({ name, html, css, js }) =>
      `| ${name} | ${kB(html)} | ${kB(css)} | ${kB(js)} |`
    ),
    "",
  ].join("\n");
  await Deno.mkdir("docs/benchmarks", { recursive: true });
  await Deno.writeTextFile("docs/benchmarks/pages.md", text);
  console.log(text);
}

/** The machine and the day, for the head of a report. */
export async function machine(): Promise<string> {
  const cpus = await Deno.readTextFile("/proc/cpuinfo").catch(() => "");
  const model = /model name\s*: (.+)/.exec(cpus)?.[1] ?? Deno.build.arch;
  const gb = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${navigator.hardwareConcurrency} × ${model}, ${gb} GB · Deno ${Deno.version.deno} · ${day}`;
}

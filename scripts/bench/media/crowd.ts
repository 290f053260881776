import { type Cost, cost, kbits_per_second, viewers_count } from "./cost.ts";
import { ours, stock } from "./servers.ts";

const rounds = 3;
const servers = {
  "Maru's development media server": ours,
  "node-media-server as it comes": stock,
};

/** What a crowd over FLV costs the media server, beside the package that it is made of; in turns. */
export async function crowd(): Promise<string[]> {
  const found = new Map<string, Cost[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, open] of Object.entries(servers)) {
      found.set(name, [...found.get(name) ?? [], await cost(open)]);
    }
  }
  const mbits = kbits_per_second / 1000;
  return [
    `## ${viewers_count} viewers over FLV`,
    "",
    `One encoder sends ${mbits} Mbit/s with a key frame a second; ${viewers_count} people watch it over HTTP-FLV.`,
    "Shares are of one core, of the server's process alone; ours also feeds the ffmpeg that writes HLS.",
    `Encoder and viewers are processes on the same machine. Medians of ${rounds} turns.`,
    "",
    "| | nobody watches | all watch | each viewer | memory | sent | first byte | longest wait |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...[...found].map(([name, costs]) => row(name, costs)),
    "",
  ];
}

function row(name: string, costs: readonly Cost[]): string {
  const middle = (figure: (cost: Cost) => number) =>
    costs.map(figure).sort((a, b) => a - b)[costs.length >> 1]!;
  const cells = [
    percent(middle(({ alone }) => alone)),
    percent(middle(({ watched }) => watched)),
    percent(middle(({ alone, watched }) => (watched - alone) / viewers_count)),
    `${middle(({ memory_mb }) => memory_mb).toFixed(0)} MB`,
    `${middle(({ mbits_per_second }) => mbits_per_second).toFixed(0)} Mbit/s`,
    `${middle(({ joined_ms }) => joined_ms).toFixed(0)} ms`,
    `${middle(({ gap_ms }) => gap_ms).toFixed(0)} ms`,
  ];
  return `| ${name} | ${cells.join(" | ")} |`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`;
}

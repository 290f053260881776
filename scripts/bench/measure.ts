/** What clients got out of a stretch of time. */
export interface Measure {
  readonly seconds: number;
  /** Answers by what they were: "held", "waiting", a refusal's code, or "error: …". */
  readonly answers: Readonly<Record<string, number>>;
  /** Milliseconds from asking to the answer. */
  readonly p50: number;
  readonly p99: number;
}

export interface Stretch {
  readonly clients: number;
  /** Seconds that are not measured: plans are made, code is compiled. */
  readonly warm_seconds: number;
  readonly seconds: number;
}

/** One request of one client. @returns what the answer was */
export type Act = (client: number) => Promise<string>;

/** Lets so many clients act without a pause. */
export async function measure(act: Act, { clients, warm_seconds, seconds }: Stretch) {
  await together(clients, warm_seconds, act, new Tally());
  const tally = new Tally();
  const began = performance.now();
  await together(clients, seconds, act, tally);
  return tally.measure((performance.now() - began) / 1000);
}

async function together(clients: number, seconds: number, act: Act, tally: Tally) {
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    while (performance.now() < end) await tally.time(() => act(client));
  }));
}

/** Counts answers and remembers how long each took. */
class Tally {
  readonly #answers: Record<string, number> = {};
  readonly #took: number[] = [];

  async time(act: () => Promise<string>) {
    const began = performance.now();
    const answer = await act().catch((error) => `error: ${error.message}`);
    this.#answers[answer] = (this.#answers[answer] ?? 0) + 1;
    this.#took.push(performance.now() - began);
  }

  measure(seconds: number): Measure {
    const sorted = Float64Array.from(this.#took).sort();
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
    return { seconds, answers: this.#answers, p50: at(0.5), p99: at(0.99) };
  }
}

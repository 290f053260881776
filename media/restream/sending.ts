import type { Log } from "../../src/platform.ts";
import type { Reason, Sent, Told } from "../../src/restreams/door.ts";
import { commandOf, type Route } from "./command.ts";
import { Program, type Programs } from "./program.ts";
import { reach } from "./reach.ts";
import { begun, dueOf, fell, grew, secondsOf, type Standing } from "./rules.ts";

/** What sending is done with. */
export interface Means {
  readonly programs: Programs;
  readonly caFile?: Route["caFile"];
  readonly privateTargets: boolean;
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** Sends a show to one target, in one turn and one version, for as long as it is wanted. */
export class Sending {
  #standing: Standing;
  #program?: Program;
  #wanted = true;
  #run: Promise<void>;

  /** @param before what sent to the same target until now: the far side takes one at a time */
  constructor(readonly target: Sent, private readonly means: Means, before?: Promise<void>) {
    this.#standing = begun(target.tries, means.now());
    this.#run = this.#begin(before);
  }

  isFor({ id, turn, version, source }: Sent): boolean {
    const { target } = this;
    return target.id === id && target.turn === turn && target.version === version &&
      target.source === source;
  }

  /** Looks after it: begins again what has waited, ends what shows no progress. */
  tick(): void {
    const now = this.means.now();
    const due = dueOf(this.#standing, now);
    if (due === "end") {
      this.#fall("stalled");
      this.#program?.kill();
    } else if (due === "start") {
      this.#standing = begun(this.#standing.tries, now);
      this.#run = this.#begin(this.#run);
    }
  }

  get told(): Told {
    const { id, turn, version } = this.target;
    const { state, tries } = this.#standing;
    const seconds = secondsOf(this.#standing, this.means.now());
    const reason = "reason" in this.#standing ? this.#standing.reason : undefined;
    return { id, turn, version, state, tries, seconds, reason };
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    await this.#program?.stop();
    await this.#run;
  }

  async #begin(before?: Promise<void>): Promise<void> {
    await before;
    const { target, means } = this;
    const way = await reach(target.url, means.privateTargets);
    if (!this.#wanted) return;
    if ("refused" in way) return this.#fall(way.refused);

    const command = commandOf(target, { ...way.route, caFile: means.caFile });
    let program: Program;
    try {
      program = new Program(target, command, means.programs, (sent) => {
        if (this.#program === program) this.#grow(sent);
      });
    } catch (error) {
      means.log("error", "restream.program", { error: String(error) });
      return this.#fall("broken");
    }
    this.#program = program;
    means.log("info", "restream.begun", this.#named);
    const { reason, complaints } = await program.ended;
    this.#program = undefined;
    if (!this.#wanted) return means.log("info", "restream.ended", this.#named);
    means.log("warn", "restream.broke", { ...this.#named, reason, complaints });
    // What was ended because it stalled has fallen already.
    if (this.#standing.state === "starting" || this.#standing.state === "running") {
      this.#fall(reason);
    }
  }

  #grow(sent: number) {
    this.#standing = grew(this.#standing, sent, this.means.now());
  }

  #fall(reason: Reason) {
    this.#standing = fell(this.#standing, reason, this.means.now());
    const { state, tries } = this.#standing;
    this.means.log("warn", "restream.fell", { ...this.#named, reason, state, tries });
  }

  get #named() {
    const { id, showId, turn } = this.target;
    return { target: id, show: showId, turn };
  }
}

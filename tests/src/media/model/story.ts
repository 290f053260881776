import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { takeStep } from "../../../../src/desk/shows/take_step.ts";
import type { Database } from "../../../../src/platform.ts";
import { mediaAt, OnAir } from "../../../support/on_air.ts";
import type { StandInMedia } from "../../../support/stand_in_media.ts";
import { TestApp } from "../../../support/test_app.ts";
import { MediaSide } from "./media_side.ts";
import { arrive, type Message } from "./message.ts";
import { SignalModel } from "./signal_model.ts";
import { StillClock } from "./still_clock.ts";
import type { Sending, Verb } from "./verbs.ts";

const times: Record<Sending, number> = { never: 0, once: 1, twice: 2 };
const steps = { airing: "live", ending: "ended", cancellation: "cancelled" } as const;

/** Lets the same things happen to a model and to a shop, and compares them after each. */
export class Story {
  readonly #model = new SignalModel();
  readonly #clock: StillClock;
  readonly #messages: Message[] = [];
  #air!: OnAir;
  #side!: MediaSide;
  #key = "";
  #isUp = true;

  constructor(readonly database: Database, readonly media: StandInMedia, public app: TestApp) {
    this.#clock = new StillClock(database);
  }

  async tell(verbs: readonly Verb[]): Promise<void> {
    await this.#clock.pass();
    this.#air = await OnAir.open(this.database, this.app, this.media);
    this.#side = new MediaSide(this.media, this.#air.showId, () => this.#model.now);
    this.#key = await this.#air.key();
    for (const verb of verbs) await this.#tellOne(verb);
    await this.#settles();
  }

  async #tellOne(verb: Verb): Promise<void> {
    const { show } = this.#model;
    await this.#clock.pass();
    await this.#happens(verb);
    await this.#compare(JSON.stringify(verb));
    if (show === "live" && this.#model.show === "ended" && verb.verb !== "step") {
      equal(this.#side.there, undefined, "a show ended while its picture was there");
    }
  }

  /** In the end the shop knows what is so. */
  async #settles(): Promise<void> {
    await this.#tellOne({ verb: "shop", isUp: true });
    await this.#tellOne({ verb: "api", isWell: true });
    for (let n = 0; n < 2; n++) {
      await this.#tellOne({ verb: "pass", seconds: 11.19 });
      await this.#tellOne({ verb: "callback", name: "media-check" });
      await this.#tellOne({ verb: "callback", name: "sweep" });
    }
    const { show, signal, current } = this.#model;
    const known = show === "live" && signal === "on" ? current!.id : undefined;
    equal(known, this.#side.there, "the shop does not know who publishes");
  }

  async #happens(verb: Verb): Promise<unknown> {
    const model = this.#model;
    const side = this.#side;
    switch (verb.verb) {
      case "publish": {
        const client = side.connect();
        const key = verb.key === "right" ? this.#key : "wrong";
        const answer = await this.#send({ action: "on_publish", client, key }, 1, verb.leaves);
        return answer === "in" && side.begin(client);
      }
      case "leave": {
        const client = side.end();
        return client && await this.#send({ action: "on_unpublish", client }, times[verb.leaves]);
      }
      case "hookAgain": {
        const message = this.#messages[verb.message % this.#messages.length];
        return message && this.#isUp && await this.#arrives(message, "once");
      }
      case "heartbeat":
        return await this.#send({ action: "heartbeat", service: side.service });
      case "restartMedia":
        return side.restart();
      case "restartShop":
        return await this.#restartShop();
      case "shop":
        return this.#isUp = verb.isUp;
      case "api":
        return side.isWell = verb.isWell;
      case "replaceKey":
        if (model.show === "ended" || model.show === "cancelled") return;
        return this.#key = await this.#air.key();
      case "callback":
        return this.#isUp && await this.#calledBack(verb.name);
      case "oldList":
        return this.#isUp && side.old && await this.#checked(side.old.id);
      case "step":
        return this.#isUp && await this.#step(verb.step);
      case "plan":
        if (model.show !== "scheduled") return;
        model.startsAt = model.now + verb.startsInHours * 3600;
        return await this.database.query(
          "update shows set starts_at = now() + make_interval(hours => $1)",
          [verb.startsInHours],
        );
      case "grace":
        model.grace = verb.seconds;
        return await this.database.query("update sellers set grace_seconds = $1", [verb.seconds]);
      case "pass":
        return await this.#pass(verb.seconds);
    }
  }

  /** @param leaves how the shop is told of whoever makes way */
  async #send(message: Message, count = 1, leaves: Sending = "once"): Promise<string | undefined> {
    this.#messages.push(message);
    let answer: string | undefined;
    for (let n = 0; n < count && this.#isUp; n++) answer = await this.#arrives(message, leaves);
    return answer;
  }

  async #arrives(message: Message, leaves: Sending): Promise<string> {
    const expected = this.#expected(message, leaves);
    this.#tellsOfDropped(leaves);
    const answer = await arrive(this.#air, message);
    await this.app.settled();
    equal(answer, expected, JSON.stringify(message));
    return answer;
  }

  #expected(message: Message, leaves: Sending): string {
    const model = this.#model;
    if (message.action === "on_publish") {
      const isRight = message.key === this.#key;
      return model.publish(message.client, isRight, ({ id }) => this.#drops(id, leaves));
    }
    if (message.action === "on_unpublish") model.unpublish(message.client);
    else model.hear(message.service);
    return "in";
  }

  /** The shop asks the media server to drop a client: whether it could be asked. */
  #drops(id: string, leaves: Sending): boolean {
    if (!this.#side.isWell) return false;
    if (this.#side.there !== id) return true;
    const client = { service: this.#side.service, id };
    this.#messages.push({ action: "on_unpublish", client });
    for (let n = 0; n < times[leaves]; n++) this.#model.unpublish(client);
    return true;
  }

  /** What the media server does when it has dropped somebody. */
  #tellsOfDropped(leaves: Sending) {
    this.media.onDrop = async ({ clientId }) => {
      this.#side.end();
      for (let n = 0; n < times[leaves]; n++) await this.#air.unpublish(clientId);
    };
  }

  async #calledBack(name: "signal-due" | "media-check" | "sweep"): Promise<void> {
    if (name === "media-check") return await this.#checked(this.#side.there);
    this.#tellsOfDropped("once");
    this.#model.endIfDue();
    if (name === "sweep") this.#dropsLeft();
    await this.#air.call(name);
  }

  /** @param listed who is there, as the media server's list has it */
  async #checked(listed: string | undefined): Promise<void> {
    this.#tellsOfDropped("once");
    const { isWell, service } = this.#side;
    if (isWell && this.#model.check(service, listed)) this.#drops(listed!, "once");
    await this.#side.listing(listed, () => this.#air.call("media-check"));
  }

  async #step(step: "airing" | "ending" | "cancellation"): Promise<void> {
    const { scene: { ownerId: personId, sellerId }, showId } = this.#air;
    const model = this.#model;
    const isTaken = model.show === (step === "ending" ? "live" : "scheduled");
    this.#tellsOfDropped("once");
    if (isTaken) {
      model.show = steps[step];
      this.#dropsLeft();
    }
    const asked = { personId, sellerId, requestId: uuidv7() };
    const outcome = await takeStep(this.app.app.shop, asked, showId, step);
    await this.app.settled();
    equal(outcome.refusal === undefined, isTaken);
  }

  #dropsLeft() {
    const { left } = this.#model;
    if (left && this.#drops(left.id, "once")) this.#model.unpublish(left);
  }

  async #restartShop() {
    await this.app[Symbol.asyncDispose]();
    this.app = shop(this.database, this.media);
    this.#air = this.#air.under(this.app);
    this.#isUp = true;
  }

  async #pass(seconds: number) {
    const isNear = (edge: number) => Math.abs(edge - this.#model.now - seconds) < 0.4;
    while (this.#model.edges.some(isNear)) seconds += 0.9;
    this.#model.now += seconds;
    await this.#clock.pass(seconds);
  }

  async #compare(verb: string): Promise<void> {
    const { show, signal, turn, current, endsAt, now } = this.#model;
    const [row] = await this.database.query<
      { state: string; signal: string; turn: number; client: string | null; waits: number | null }
    >(sight, [this.#air.showId], { name: "model_sight" });
    const { waits, ...seen } = row!;
    deepEqual(seen, { state: show, signal, turn, client: current?.id ?? null }, verb);
    if (show === "live" && signal === "lost") {
      ok(Math.abs(waits! - (endsAt! - now)) < 0.4, `${verb}: ${waits} for ${endsAt! - now}`);
    }
  }
}

export function shop(database: Database, { origin }: StandInMedia): TestApp {
  return new TestApp(database, { configuration: { media: mediaAt(origin) } });
}

const sight = `
  select w.state, coalesce(g.state, 'none') as signal, coalesce(g.turn, 0) as turn,
    g.client_id as client, extract(epoch from g.ends_at - now())::float8 as waits
  from shows w left join signals g on g.show_id = w.id where w.id = $1`;

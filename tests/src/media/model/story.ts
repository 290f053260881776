import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { takeStep } from "../../../../src/desk/shows/take_step.ts";
import type { Database } from "../../../../src/platform.ts";
import { mediaAt, OnAir } from "../../../support/on_air.ts";
import type { StandInMedia } from "../../../support/stand_in_media.ts";
import { TestApp } from "../../../support/test_app.ts";
import { type Client, SignalModel } from "./signal_model.ts";
import { StillClock } from "./still_clock.ts";
import type { Sending, Verb } from "./verbs.ts";

type Message =
  | { readonly action: "on_publish"; readonly client: Client; readonly key: string }
  | { readonly action: "on_unpublish"; readonly client: Client }
  | { readonly action: "heartbeat"; readonly service: string };

const times: Record<Sending, number> = { never: 0, once: 1, twice: 2 };
const codes: Record<string, string> = { SHOW_STATE: "over", UNAVAILABLE: "unavailable" };

/** Lets the same things happen to a model and to a shop, and compares them after each. */
export class Story {
  readonly #model = new SignalModel();
  readonly #clock: StillClock;
  readonly #messages: Message[] = [];
  #air!: OnAir;
  #key = "";
  /** Who publishes the show at the media server. */
  #there?: string;
  #clients = 0;
  #starts = 1;
  #isUp = true;
  #apiIsWell = true;

  constructor(readonly database: Database, readonly media: StandInMedia, public app: TestApp) {
    this.#clock = new StillClock(database);
  }

  async tell(verbs: readonly Verb[]): Promise<void> {
    Object.assign(this.media, { mood: "well", published: [], serviceId: this.#service });
    await this.#clock.pass();
    this.#air = await OnAir.open(this.database, this.app, this.media);
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
      equal(this.#there, undefined, "a show ended while its picture was there");
    }
  }

  /** In the end the shop knows what is so. */
  async #settles(): Promise<void> {
    const check = { verb: "callback", name: "media-check" } as const;
    const sweep = { verb: "callback", name: "sweep" } as const;
    const pass = { verb: "pass", seconds: 11.19 } as const;
    await this.#tellOne({ verb: "shop", isUp: true });
    await this.#tellOne({ verb: "api", isWell: true });
    for (const verb of [pass, check, sweep, pass, check, sweep]) await this.#tellOne(verb);
    const { show, signal, current } = this.#model;
    if (show === "live") deepEqual(signal === "on" ? current?.id : undefined, this.#there);
    else equal(this.#there, undefined, "somebody publishes what is not on air");
  }

  async #happens(verb: Verb): Promise<unknown> {
    const model = this.#model;
    switch (verb.verb) {
      case "publish": {
        const client = { service: this.#service, id: `client-${++this.#clients}` };
        const key = verb.key === "right" ? this.#key : "wrong";
        const answer = await this.#send({ action: "on_publish", client, key }, 1, verb.leaves);
        // The media server takes one at a time.
        if (answer === "in" && this.#there === undefined) this.#isThere(client.id);
        return;
      }
      case "leave": {
        if (this.#there === undefined) return;
        const client = { service: this.#service, id: this.#there };
        this.#isThere(undefined);
        return await this.#send({ action: "on_unpublish", client }, times[verb.leaves]);
      }
      case "hookAgain": {
        const message = this.#messages[verb.message % this.#messages.length];
        return message && this.#isUp && await this.#arrives(message, "once");
      }
      case "heartbeat":
        return await this.#send({ action: "heartbeat", service: this.#service });
      case "restartMedia":
        this.#starts++;
        this.media.serviceId = this.#service;
        return this.#isThere(undefined);
      case "restartShop": {
        await this.app[Symbol.asyncDispose]();
        this.app = shop(this.database, this.media);
        this.#isUp = true;
        return this.#air = this.#air.under(this.app);
      }
      case "shop":
        return this.#isUp = verb.isUp;
      case "api":
        this.#apiIsWell = verb.isWell;
        return this.media.mood = verb.isWell ? "well" : "failing";
      case "replaceKey":
        if (model.show === "ended" || model.show === "cancelled") return;
        return this.#key = await this.#air.key();
      case "callback":
        return this.#isUp && await this.#calledBack(verb.name);
      case "step":
        return this.#isUp && await this.#step(verb.step);
      case "plan":
        if (model.show !== "scheduled") return;
        model.startsAt = model.now + verb.startsInHours * 3600;
        return await this.#set(
          "shows",
          `starts_at = now() + interval '${verb.startsInHours} hours'`,
        );
      case "grace":
        model.grace = verb.seconds;
        return await this.#set("sellers", `grace_seconds = ${verb.seconds}`);
      case "pass": {
        let { seconds } = verb;
        const isNear = (edge: number) => Math.abs(edge - model.now - seconds) < 0.4;
        while (model.edges.some(isNear)) seconds += 0.9;
        model.now += seconds;
        return await this.#clock.pass(seconds);
      }
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
    this.media.onDrop = async ({ clientId }) => {
      for (let n = 0; n < times[leaves]; n++) await this.#air.unpublish(clientId);
    };
    const answer = await this.#sent(message);
    await this.app.settled();
    equal(answer, expected, JSON.stringify(message));
    return answer;
  }

  #expected(message: Message, leaves: Sending): string {
    const model = this.#model;
    switch (message.action) {
      case "on_publish":
        return model.publish(message.client, message.key === this.#key, ({ id }) => {
          return this.#drops(id, leaves);
        });
      case "on_unpublish":
        model.unpublish(message.client);
        return "in";
      case "heartbeat":
        model.hear(message.service);
        return "in";
    }
  }

  /** The shop asks the media server to drop a client of now. */
  #drops(id: string, leaves: Sending): boolean {
    if (!this.#apiIsWell) return false;
    if (this.#there !== id) return true;
    this.#there = undefined;
    const client = { service: this.#service, id };
    this.#messages.push({ action: "on_unpublish", client });
    for (let n = 0; n < times[leaves]; n++) this.#model.unpublish(client);
    return true;
  }

  async #sent(message: Message): Promise<string> {
    if (message.action === "heartbeat") return told(await this.#air.heartbeat(message.service));
    const { action, client: { service, id } } = message;
    const param = action === "on_publish" ? `?key=${message.key}` : "";
    return told(await this.#air.hook(action, { client_id: id, service_id: service, param }));
  }

  async #calledBack(name: "signal-due" | "media-check" | "sweep"): Promise<void> {
    const model = this.#model;
    this.media.onDrop = ({ clientId }) => this.#air.unpublish(clientId);
    await this.#air.call(name);
    if (name !== "media-check") model.endIfDue();
    if (name === "sweep") this.#dropsLeft();
    if (name !== "media-check" || !this.#apiIsWell) return;
    if (model.check(this.#service, this.#there)) this.#drops(this.#there!, "once");
  }

  async #step(step: "airing" | "ending" | "cancellation"): Promise<void> {
    const { scene, showId } = this.#air;
    const asked = { personId: scene.ownerId, sellerId: scene.sellerId, requestId: uuidv7() };
    this.media.onDrop = ({ clientId }) => this.#air.unpublish(clientId);
    const outcome = await takeStep(this.app.app.shop, asked, showId, step);
    await this.app.settled();
    const model = this.#model;
    const isTaken = model.show === (step === "ending" ? "live" : "scheduled");
    equal(outcome.refusal === undefined, isTaken);
    if (!isTaken) return;
    model.show = ({ airing: "live", ending: "ended", cancellation: "cancelled" } as const)[step];
    this.#dropsLeft();
  }

  #dropsLeft() {
    const { left } = this.#model;
    if (left && this.#drops(left.id, "once")) this.#model.unpublish(left);
  }

  async #compare(verb: string): Promise<void> {
    const { show, signal, turn, current, endsAt, now } = this.#model;
    const [row] = await this.database.query<
      { state: string; signal: string; turn: number; client: string | null; waits: number | null }
    >(sight, [this.#air.showId], { name: "model_sight" });
    const { waits, ...seen } = row!;
    const client = current?.id ?? null;
    deepEqual(seen, { state: show, signal, turn, client }, verb);
    if (show === "live" && signal === "lost") {
      ok(Math.abs(waits! - (endsAt! - now)) < 0.4, `${verb}: ${waits} for ${endsAt! - now}`);
    }
    const there = this.media.published.map(({ clientId }) => clientId);
    deepEqual(there, this.#there === undefined ? [] : [this.#there], verb);
  }

  #isThere(id: string | undefined) {
    this.#there = id;
    const { showId } = this.#air;
    this.media.published = id === undefined ? [] : [{ clientId: id, showId }];
  }

  async #set(table: string, change: string) {
    await this.database.query(`update ${table} set ${change}`);
  }

  get #service(): string {
    return `service-${this.#starts}`;
  }
}

export function shop(database: Database, { origin }: StandInMedia): TestApp {
  return new TestApp(database, { configuration: { media: mediaAt(origin) } });
}

function told({ body }: { body: Record<string, unknown> }): string {
  if (body.code === 0) return "in";
  return codes[String(body.refusal)] ?? String(body.reason);
}

const sight = `
  select w.state, coalesce(g.state, 'none') as signal, coalesce(g.turn, 0) as turn,
    g.client_id as client, extract(epoch from g.ends_at - now())::float8 as waits
  from shows w left join signals g on g.show_id = w.id where w.id = $1`;

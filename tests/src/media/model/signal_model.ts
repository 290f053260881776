/** Who publishes: a client at one start of the media server. */
export interface Client {
  readonly service: string;
  readonly id: string;
}

const early_seconds = 24 * 3600;
const settle_seconds = 10;
const yield_seconds = 5;

const same = (one?: Client, other?: Client) =>
  one?.service === other?.service && one?.id === other?.id;
const named = ({ service, id }: Client) => `${service} ${id}`;

/** What anybody would expect of a show and its picture. Seconds count from the beginning. */
export class SignalModel {
  now = 0;
  startsAt = 3600;
  grace = 45;
  show: "scheduled" | "live" | "ended" | "cancelled" = "scheduled";
  signal: "none" | "on" | "lost" = "none";
  turn = 0;
  /** Whose picture it is, or was last. */
  current?: Client;
  endsAt?: number;
  #cameAt = 0;
  #lostAt = 0;
  #yieldsUntil = 0;
  #judged = new Set<string>();
  #letIn = new Set<string>();
  #service?: string;
  #former = new Set<string>();

  /**
   * @param dropped lets the one go who is in the way, and what comes of that; false: it cannot be
   * @returns what the publisher is told
   */
  publish(client: Client, rightKey: boolean, dropped: (client: Client) => boolean): string {
    if (!rightKey) return "key";
    this.endIfDue();
    if (this.show === "ended" || this.show === "cancelled") return "over";
    if (this.signal === "on" && same(this.current, client)) return "in";
    if (this.#judged.has(named(client)) || this.#former.has(client.service)) return "gone";
    this.#judged.add(named(client));
    const isEarly = this.show === "scheduled" && this.startsAt - this.now > early_seconds;
    if (isEarly) return "early";
    if (this.signal === "on" && this.current!.service === client.service) {
      this.#yieldsUntil = this.now + yield_seconds;
      if (!dropped(this.current!)) return "unavailable";
    }
    this.#gain(client);
    this.hear(client.service);
    return "in";
  }

  unpublish(client: Client): void {
    this.#judged.add(named(client));
    if (this.signal === "on" && same(this.current, client)) this.#lose();
  }

  /** The media server is heard. */
  hear(service: string): void {
    if (this.#former.has(service)) return;
    this.#note(service);
    if (this.signal === "on" && this.current!.service !== service) this.#lose();
  }

  endIfDue(): void {
    if (this.show === "live" && this.signal === "lost" && this.endsAt! <= this.now) {
      this.show = "ended";
    }
  }

  /**
   * The media server is asked who is there.
   * @returns whether that is a stranger, who is dropped
   */
  check(service: string, there?: string): boolean {
    this.#note(service);
    const client = there === undefined ? undefined : { service, id: there };
    this.endIfDue();
    if (!client) {
      if (this.signal === "on" && this.#cameAt < this.now - settle_seconds) this.#lose();
      return false;
    }
    if (this.show !== "live" || !this.#letIn.has(named(client))) return true;
    const isKnown = this.signal === "on" && same(this.current, client);
    const settled = Math.max(this.#cameAt, this.#lostAt) < this.now - settle_seconds;
    if (!isKnown && settled) this.#gain(client);
    return false;
  }

  /** Whoever publishes a show that is over, as far as the shop knows. */
  get left(): Client | undefined {
    return this.signal === "on" && this.show !== "live" ? this.current : undefined;
  }

  /** Moments at which a little more or less time makes a difference. */
  get edges(): number[] {
    const { startsAt, endsAt = Infinity } = this;
    const settled = [this.#cameAt, this.#lostAt].map((at) => at + settle_seconds);
    return [startsAt - early_seconds, endsAt, this.#yieldsUntil, ...settled];
  }

  #gain(client: Client) {
    if (this.show === "scheduled") this.show = "live";
    this.signal = "on";
    this.turn++;
    this.current = client;
    this.endsAt = undefined;
    this.#cameAt = this.now;
    this.#lostAt = 0;
    this.#yieldsUntil = 0;
    this.#judged.add(named(client));
    this.#letIn.add(named(client));
  }

  #lose() {
    this.signal = "lost";
    this.#lostAt = this.now;
    this.endsAt = this.show === "live"
      ? Math.max(this.now + this.grace, this.#yieldsUntil)
      : undefined;
    this.endIfDue();
  }

  #note(service: string) {
    this.#former.delete(service);
    if (this.#service !== undefined && this.#service !== service) this.#former.add(this.#service);
    this.#service = service;
  }
}

import { uuidv7 } from "uuidv7";
import type { ShowState, Signal } from "../../views/shop/types.ts";
import { callbackHandlers } from "../../src/callbacks.ts";
import { makePublishKey } from "../../src/media/publish_key.ts";
import type { Database, Media } from "../../src/platform.ts";
import { anyDatabase } from "./databases.ts";
import type { Answer } from "./person.ts";
import { type Scene, setScene } from "./scene.ts";
import { StandInMedia } from "./stand_in_media.ts";
import { TestApp } from "./test_app.ts";

export const hook_token = "a-token-of-the-hooks";

/** What a media server's hook says beside its action; what is left out is as it should be. */
export interface Said {
  readonly client_id?: string;
  readonly service_id?: string;
  readonly server_id?: string;
  readonly stream?: string;
  readonly param?: string;
  readonly file?: string;
}

/** The state of a show and its signal, and how often that came. */
export type Sight = readonly [ShowState, Signal, turn: number];

/** A shop in this process with a media server, and a show that is to begin in an hour. */
export class OnAir {
  private constructor(
    readonly database: Database,
    readonly app: TestApp,
    readonly media: StandInMedia,
    readonly scene: Scene,
    readonly showId: string,
  ) {}

  static async open(database: Database, app: TestApp, media: StandInMedia): Promise<OnAir> {
    const scene = await setScene(database, { stock: [] });
    const air = new OnAir(database, app, media, scene, scene.showId);
    await database.query(
      "update shows set state = 'scheduled', started_at = null, " +
        "starts_at = now() + interval '1 hour' where id = $1",
      [scene.showId],
    );
    return air;
  }

  /** The same show in another process of the shop's. */
  under(app: TestApp): OnAir {
    return new OnAir(this.database, app, this.media, this.scene, this.showId);
  }

  /** Makes a key for the show, in place of the one before. */
  async key(): Promise<string> {
    const { ownerId: personId, sellerId, showId } = this.scene;
    const asked = { personId, sellerId, requestId: uuidv7() };
    const made = await makePublishKey(this.app.app.shop, asked, showId);
    if (made.refusal) throw new Error(made.refusal.code);
    return made.key;
  }

  async hook(action: string, said: Said = {}): Promise<Answer> {
    return await this.app.guest().send("POST", `/hooks/media?token=${hook_token}`, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        action,
        server_id: this.media.serverId,
        service_id: this.media.serviceId,
        client_id: "a",
        ip: "127.0.0.1",
        vhost: "__defaultVhost__",
        app: "live",
        tcUrl: "rtmp://media.test/live",
        stream: this.showId,
        param: "",
        stream_url: `/live/${this.showId}`,
        stream_id: "vid-1",
        ...said,
      }),
    });
  }

  /** Publishes as the media server does it: whoever is let in is there. */
  async publish(clientId: string, key: string, said: Said = {}): Promise<Answer> {
    const answer = await this.hook("on_publish", {
      client_id: clientId,
      param: `?key=${key}`,
      ...said,
    });
    const { published } = this.media;
    if (answer.body.code === 0 && !published.some((one) => one.clientId === clientId)) {
      published.push({ clientId, showId: this.showId });
    }
    return answer;
  }

  async unpublish(clientId: string, said: Said = {}): Promise<Answer> {
    this.media.published = this.media.published.filter((one) => one.clientId !== clientId);
    return await this.hook("on_unpublish", { client_id: clientId, ...said });
  }

  async heartbeat(service = this.media.serviceId, server = this.media.serverId): Promise<Answer> {
    return await this.app.guest().send("POST", "/hooks/media/heartbeats", {
      body: JSON.stringify({ device_id: hook_token, ip: "127.0.0.1", server, service }),
    });
  }

  /** The callback of that name comes. */
  async call(name: string): Promise<void> {
    await callbackHandlers(this.app.app.shop)[name]!(undefined, this.app.app.shop.platform);
    await this.app.settled();
  }

  async sight(): Promise<Sight> {
    await this.app.settled();
    const [row] = await this.database.query<
      { state: ShowState; signal: Signal | null; turn: number }
    >(
      `select w.state, g.state as signal, coalesce(g.turn, 0) as turn
       from shows w left join signals g on g.show_id = w.id where w.id = $1`,
      [this.showId],
    );
    const { state, signal, turn } = row!;
    return [state, signal ?? "none", turn];
  }
}

export function mediaAt(origin: string): Media {
  return {
    publishUrl: "rtmp://media.test/live",
    playUrl: "http://play.test",
    apiUrl: origin,
    hookToken: hook_token,
  };
}

/** States something about shows and their pictures. */
export function onAir(statement: string, body: (air: OnAir) => Promise<void>): void {
  anyDatabase(statement, async (database) => {
    await using media = new StandInMedia();
    await using app = new TestApp(database, { configuration: { media: mediaAt(media.origin) } });
    await body(await OnAir.open(database, app, media));
  });
}

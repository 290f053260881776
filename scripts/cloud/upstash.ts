import { type Context, Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { wireOverTcp } from "../../edge/redis/tcp.ts";
import { RedisAway } from "../../src/platform.ts";
import { answerOf } from "./upstash/answer.ts";
import { Malformed, readCommand, readCommands, refusalOf } from "./upstash/read_commands.ts";
import { events } from "./upstash/events.ts";

const body_bytes_max = 1024 * 1024;

/** What speaks Upstash's REST interface in front of a Redis that does not. */
export interface UpstashFront extends AsyncDisposable {
  /** For `UPSTASH_REDIS_REST_URL`. */
  readonly origin: string;
  /** For `UPSTASH_REDIS_REST_TOKEN`. */
  readonly token: string;
}

/** Opens a front on loopback for one bearer of one token. */
export function openUpstash(
  redisUrl: string,
  { port = 0, token = crypto.randomUUID() as string } = {},
): UpstashFront {
  const { close, ...wire } = wireOverTcp(redisUrl, () => {});
  const closing = new AbortController();
  const app = new Hono();

  app.use(bearerAuth({
    token,
    noAuthenticationHeader: { message: unknown },
    invalidAuthenticationHeader: { message: unknown },
    invalidToken: { message: unknown },
  }));
  app.use(bodyLimit({ maxSize: body_bytes_max, onError: (c) => c.json(tooLarge, 413) }));

  app.post("/", async function runCommand(c) {
    const command = readCommand(await c.req.json());
    const refused = refusalOf(command);
    const [reply] = refused ? [refused] : await wire.run([command], { atomic: false });
    return c.json(answerOf(reply!, encoded(c)), "error" in reply! ? 400 : 200);
  });
  app.post("/pipeline", async function runCommands(c) {
    const commands = readCommands(await c.req.json());
    const served = commands.filter((command) => !refusalOf(command));
    const replies = (await wire.run(served, { atomic: false })).values();
    const all = commands.map((command) => refusalOf(command) ?? replies.next().value!);
    return c.json(all.map((reply) => answerOf(reply, encoded(c))));
  });
  app.post("/multi-exec", async function runTogether(c) {
    const commands = readCommands(await c.req.json());
    if (commands.some(refusalOf)) return c.json({ error: discarded }, 400);
    const replies = await wire.run(commands, { atomic: true });
    return c.json(replies.map((reply) => answerOf(reply, encoded(c))));
  });
  app.post("/subscribe/:channel", function listen(c) {
    return events(wire, c.req.param("channel"), closing.signal);
  });

  app.notFound((c) => c.json({ error: "ERR there is nothing here" }, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof Malformed || error instanceof SyntaxError) {
      return c.json({ error: `ERR failed to parse command: ${error.message}` }, 400);
    }
    if (error instanceof RedisAway) return c.json({ error: "Redis is away" }, 503);
    throw error;
  });

  const http = Deno.serve({ hostname: "127.0.0.1", port, onListen() {} }, app.fetch);
  return {
    origin: `http://127.0.0.1:${http.addr.port}`,
    token,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await http.shutdown();
      await close();
    },
  };
}

const unknown = { error: "WRONGPASS invalid or missing auth token" };
const tooLarge = { error: `ERR max request size exceeded. Limit: ${body_bytes_max} bytes` };
const discarded = "EXECABORT Transaction discarded because of previous errors.";

function encoded(c: Context): boolean {
  return c.req.header("upstash-encoding") === "base64";
}

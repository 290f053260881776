import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { readCredentials } from "./neon/credentials.ts";
import { refusal } from "./neon/refusal.ts";
import { readStatements } from "./neon/read_statements.ts";
import { Sessions } from "./neon/sessions.ts";
import { tunnel } from "./neon/tunnel.ts";

const body_bytes_max = 64 * 1024 * 1024;
const statements_remembered_max = 1_000;

/** What speaks Neon's protocols in front of a PostgreSQL that does not. */
export interface NeonBridge extends AsyncDisposable {
  /** For `NEON_PROXY`. */
  readonly origin: string;
  /** HTTP requests with statements, since it opened. */
  readonly requests: number;
  /** What was asked last by HTTP, the latest at the end; may be emptied. */
  readonly statements: string[];
  /** Sessions over WebSocket, since it opened. */
  readonly sessions: number;
  /** How late each message on its way to the database is. */
  delay_ms: number;
}

/**
 * Opens a bridge on loopback: `POST /sql` runs what Neon's client asks for, and `/v2` is a WebSocket
 * that carries PostgreSQL's own protocol. Users, passwords and databases are the client's; they lead
 * to this one server, whatever host the client names.
 * @param server `postgres://host:port`; what else it says does not count
 * @param options.answer_ms_max how long the server may be silent before it counts as away
 */
export function openNeonBridge(
  server: string,
  { port = 0, delay_ms = 0, answer_ms_max = 60_000 } = {},
): NeonBridge {
  const { hostname, port: serverPort } = new URL(server);
  const address = { hostname, port: Number(serverPort || 5432) };
  const sessions = new Sessions(address, answer_ms_max);
  const tunnels = new Map<WebSocket, Promise<void>>();
  const counted = { requests: 0, sessions: 0 };
  const statements: string[] = [];
  const app = new Hono();

  app.use("/sql", async function late(_, next) {
    counted.requests++;
    if (bridge.delay_ms > 0) await new Promise((arrived) => setTimeout(arrived, bridge.delay_ms));
    await next();
  });
  app.post(
    "/sql",
    bodyLimit({
      maxSize: body_bytes_max,
      onError: (c) =>
        c.json({ message: `request is too large (max is ${body_bytes_max} bytes)` }, 413),
    }),
    async function runStatements(c) {
      const as = readCredentials(c.req.header("neon-connection-string"));
      const asked = readStatements(await c.req.json(), c.req.raw.headers);
      statements.push(
        ..."query" in asked ? [asked.query] : asked.statements.map(({ query }) => query),
      );
      statements.splice(0, statements.length - statements_remembered_max);
      if ("query" in asked) return c.json(await sessions.run(as, asked));
      return c.json({ results: await sessions.runBatch(as, asked) });
    },
  );
  app.get("/v2", function openTunnel(c) {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return c.notFound();
    const { socket, response } = Deno.upgradeWebSocket(c.req.raw);
    counted.sessions++;
    const open = tunnel(socket, address, () => bridge.delay_ms);
    tunnels.set(socket, open.finally(() => tunnels.delete(socket)));
    return response;
  });
  app.notFound((c) => c.json({ message: "there is nothing here" }, 404));
  app.onError((error, c) => {
    const { status, body } = refusal(error);
    return c.json(body, status);
  });

  const http = Deno.serve({ hostname: "127.0.0.1", port, onListen() {} }, app.fetch);
  const bridge: NeonBridge = {
    origin: `http://127.0.0.1:${http.addr.port}`,
    statements,
    get requests() {
      return counted.requests;
    },
    get sessions() {
      return counted.sessions;
    },
    delay_ms,
    async [Symbol.asyncDispose]() {
      tunnels.forEach((_, socket) => socket.close());
      await Promise.all(tunnels.values());
      await http.shutdown();
      await sessions.close();
    },
  };
  return bridge;
}

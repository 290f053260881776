/**
 * Hocuspocus over Deno's own sockets: everybody may write, nothing is stored. As it comes, or with
 * GATHER_MS gathering what it tells.
 */
import { Hocuspocus } from "@hocuspocus/server";

const gather_ms = Deno.env.get("GATHER_MS");
const hocuspocus = new Hocuspocus({
  quiet: true,
  ...(gather_ms && { flushDelay: Number(gather_ms) }),
});

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT")) }, (request) => {
  if (request.headers.get("upgrade") !== "websocket") return new Response("ready");
  const { socket, response } = Deno.upgradeWebSocket(request);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    const connection = hocuspocus.handleConnection(socket, request);
    socket.onmessage = ({ data }) => connection.handleMessage(new Uint8Array(data));
    socket.onclose = ({ code, reason }) => connection.handleClose({ code, reason });
  };
  return response;
});

/** The floor: what is said goes to everybody, gathered for 50 ms into one frame. Nothing is kept. */
const sockets = new Set<WebSocket>();
let gathered: string[] = [];

setInterval(() => {
  if (gathered.length === 0) return;
  const frame = `[${gathered.join()}]`;
  gathered = [];
  for (const socket of sockets) {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  }
}, 50);

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT")) }, (request) => {
  if (request.headers.get("upgrade") !== "websocket") return new Response("ready");
  const { socket, response } = Deno.upgradeWebSocket(request);
  socket.onopen = () => sockets.add(socket);
  socket.onclose = () => sockets.delete(socket);
  socket.onmessage = ({ data }) => gathered.push(JSON.stringify(data));
  return response;
});

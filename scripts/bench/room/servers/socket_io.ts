/** A chat as Socket.IO's guide writes it: a history on joining, and each message to everybody. */
import { createServer } from "node:http";
import { Server } from "socket.io";

const server = createServer((_request, response) => response.end("ready"));
const io = new Server(server, { transports: ["websocket"] });
const history: unknown[] = [];

io.on("connection", (socket) => {
  socket.emit("history", history);
  socket.on("say", (message: unknown) => {
    history.push(message);
    if (history.length > 100) history.shift();
    io.emit("said", message);
  });
});

server.listen(Number(Deno.env.get("PORT")), "127.0.0.1");

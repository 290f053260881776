const backlog_bytes_max = 64 * 1024 * 1024;
const read_bytes = 64 * 1024;
const too_much = 1009;

/**
 * Carries bytes between a WebSocket and a TCP server, each message to the server late by so many
 * milliseconds. Ends when either side does; the other one is told.
 */
export async function tunnel(
  socket: WebSocket,
  address: { readonly hostname: string; readonly port: number },
  delay_ms: () => number,
): Promise<void> {
  socket.binaryType = "arraybuffer";
  const ended = new Promise<void>((over) => socket.addEventListener("close", () => over()));
  let waiting_bytes = 0;
  const far = Deno.connect(address);
  let last: Promise<unknown> = far;

  socket.addEventListener("message", ({ data }) => {
    if (!(data instanceof ArrayBuffer)) return socket.close(1003, "bytes alone");
    waiting_bytes += data.byteLength;
    if (waiting_bytes > backlog_bytes_max) return socket.close(too_much, "too much at once");
    last = carry(last, new Uint8Array(data), delay_ms());
    last.then(() => waiting_bytes -= data.byteLength, () => socket.close());
  });

  /** What is on its way is not held up by what follows it. */
  async function carry(before: Promise<unknown>, bytes: Uint8Array, late_ms: number) {
    if (late_ms > 0) await new Promise((arrived) => setTimeout(arrived, late_ms));
    await before;
    await write(await far, bytes);
  }

  try {
    const connection = await far;
    connection.setNoDelay();
    ended.then(() => connection.close());
    await readAll(connection, socket);
  } catch {
    // Not there, or gone: the socket's end tells it.
  }
  socket.close();
  await Promise.allSettled([ended, last]);
}

async function readAll(connection: Deno.TcpConn, socket: WebSocket): Promise<void> {
  const buffer = new Uint8Array(read_bytes);
  for (;;) {
    const length = await connection.read(buffer);
    if (length === null || socket.readyState !== WebSocket.OPEN) return;
    socket.send(buffer.slice(0, length));
    if (socket.bufferedAmount > backlog_bytes_max) return socket.close(too_much, "too slow");
  }
}

async function write(connection: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
}

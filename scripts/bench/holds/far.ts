/**
 * A database that is not on this machine: `far.ts <port> <ms>` takes connections on a port of its
 * own, which it prints, and hands everything on to that one, late by so many milliseconds each way.
 */
const [port = 0, late_ms = 1] = Deno.args.map(Number);
const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
console.log(listener.addr.port);

for await (const near of listener) {
  const far = await Deno.connect({ hostname: "127.0.0.1", port });
  near.setNoDelay();
  far.setNoDelay();
  carry(near, far);
  carry(far, near);
}

/** What is on its way is not held up by what follows it. */
async function carry(from: Deno.TcpConn, to: Deno.TcpConn) {
  let last = Promise.resolve();
  const buffer = new Uint8Array(64 * 1024);
  for (;;) {
    const read = await from.read(buffer).catch(() => null);
    const bytes = read === null ? undefined : buffer.slice(0, read);
    const due = new Promise((arrived) => setTimeout(arrived, late_ms));
    last = Promise.all([last, due]).then(() => hand(bytes, to)).catch(() => {});
    if (!bytes) return;
  }
}

async function hand(bytes: Uint8Array | undefined, to: Deno.TcpConn) {
  if (!bytes) return to.close();
  for (let sent = 0; sent < bytes.length;) sent += await to.write(bytes.subarray(sent));
}

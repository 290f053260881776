/**
 * A stock y-websocket client, to be run by Node: `node_reader.mjs <origin> <show id> <text>` reads
 * a room until the text was said, and prints all texts of its chat.
 */
import process from "node:process";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

const [origin = "", showId = "", last] = process.argv.slice(2);
const doc = new Y.Doc();
const chat = doc.getArray<{ n: number; text: string }>("chat");
chat.observe(() => {
  const texts = chat.toArray().sort((one, other) => one.n - other.n).map(({ text }) => text);
  if (!texts.includes(last!)) return;
  process.stdout.write(JSON.stringify(texts), () => process.exit(0));
});
new WebsocketProvider(`${origin.replace("http", "ws")}/rooms`, showId, doc, { disableBc: true });
setTimeout(() => process.exit(1), 30_000);

import { equal } from "node:assert/strict";
import { encode } from "../../../../src/shows/live/event.ts";

function written(text: string): string {
  return new TextDecoder().decode(encode([{ name: "chat", about: "message-1", text }]));
}

Deno.test("text of several lines stays one event", () => {
  equal(written("one\ntwo"), "event: chat\ndata: one\ndata: two\n\n");
});

for (const end of ["\r", "\n", "\r\n"]) {
  Deno.test(`nobody's text ends an event and begins another (${JSON.stringify(end)})`, () => {
    const text = ["hi", "", "event: reload", "data: x", "", ""].join(end);
    equal(
      written(text),
      "event: chat\ndata: hi\ndata: \ndata: event: reload\ndata: data: x\ndata: \ndata: \n\n",
    );
  });
}

import type { VNode } from "preact";
import { AirPage, type AirProps } from "../../../views/desk/air/air_page.tsx";
import type { View } from "../../../views/kit/view.ts";
import { samplesOfTargets } from "./samples_restreams.tsx";
import type { Message } from "../../../views/shop/types.ts";

const at = "2026-11-21T03:00:00.000Z";

export function airPages(view: View, text: string): Record<string, VNode> {
  const message = (id: string, more: Partial<Message> = {}): Message => ({
    id,
    n: 1,
    kind: "said",
    name: text,
    text,
    at,
    fromSeller: false,
    ...more,
  });
  const shared: AirProps = {
    view,
    show: {
      id: "s",
      title: text,
      state: "live",
      slowModeSeconds: 7,
      featuredProductId: "p1",
      pinned: message("m1"),
    },
    messages: [
      message("m1"),
      message("m2", { kind: "announced", fromSeller: true }),
      message("m3", { deleted: true, text: "" }),
    ],
    heldBack: [message("m4", { heldBack: true })],
    silenced: [
      { personId: "k", name: text, until: at },
      { personId: "k", name: text, until: null },
    ],
    words: [text],
    targets: samplesOfTargets(text),
    products: ["p1", "p2"].map((id, available) => ({
      id,
      name: text,
      picture: null,
      price: id === "p1" ? 100 : null,
      available,
      held: 1,
      sold: 2,
    })),
    currency: "USD",
    owns: true,
  };
  const quiet = { messages: [], heldBack: [], silenced: [], words: [], targets: [], products: [] };
  return {
    "air": <AirPage {...shared} />,
    "air, of a moderator": <AirPage {...shared} owns={false} done={text} />,
    "air, quiet": <AirPage {...shared} {...quiet} show={{ ...shared.show, pinned: null }} />,
    "air, over": <AirPage {...shared} show={{ ...shared.show, state: "ended" }} />,
    "air, refused": (
      <AirPage
        {...shared}
        fault={{
          refusal: {
            code: "INVALID",
            field: "word",
            fields: [{ field: "word", rule: "tooMany:200" }],
          },
          values: { word: text },
        }}
      />
    ),
  };
}

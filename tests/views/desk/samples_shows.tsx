import type { VNode } from "preact";
import { ReportPage, type ShowReport } from "../../../views/desk/report_page.tsx";
import type { Encoder } from "../../../views/desk/show_encoder.tsx";
import { ShowList } from "../../../views/desk/show_list.tsx";
import { ShowNew } from "../../../views/desk/show_new.tsx";
import { DeskShowPage } from "../../../views/desk/show_page.tsx";
import type { Fault, View } from "../../../views/kit/view.ts";
import type { ShowState } from "../../../views/shop/types.ts";

const at = "2026-11-21T03:00:00.000Z";
const currency = "USD";

export function showPages(view: View, text: string, fault: Fault): Record<string, VNode> {
  const values = {
    title: text,
    description: text,
    startsAt: "2026-11-21T20:00",
    freeShipping: "threshold",
    freeShippingFrom: "150.00",
    notice: text,
  } as const;
  const show = (state: ShowState) => ({
    ...values,
    id: "s",
    state,
    startsAt: at,
    startedAt: state === "live" ? at : null,
    endedAt: null,
    freeShippingFrom: 15_000,
    featuredProductId: "p1",
    viewersPeak: 1_234_567,
    signal: "on" as const,
    turn: 1,
    picture: { id: "f", src: "/pictures/f.webp", width: 16, height: 9 },
  });
  const products = ["p1", "p2"].map((id, available) => ({
    id,
    name: text,
    picture: null,
    price: id === "p1" ? 100 : null,
    available,
    held: 1,
    sold: 2,
  }));
  const server = "rtmp://media.example/live";
  const page = (state: ShowState, refused?: Fault, encoder?: Encoder) => (
    <DeskShowPage
      view={view}
      show={show(state)}
      values={values}
      currency={currency}
      products={products}
      others={[{ id: "p3", name: text }]}
      encoder={encoder}
      fault={refused}
    />
  );
  const silence = {
    ...{ samples: 0, flv: 0, hls: 0, native: 0, unseen: 0, smooth: 0, rebuffers: 0, stalls: 0 },
    median_ms: null,
    slow_ms: null,
  };
  const report: ShowReport = {
    ...{ id: "s", title: text, state: "ended", startedAt: at, endedAt: at, viewersPeak: 1234 },
    ...{ messages: 5678, writers: 1, holds: 90, unitsHeld: 120, orders: 7, buyers: 1 },
    revenue: 123_456,
    products: [{ id: "p1", name: text, holds: 9, orders: 3, units: 4, revenue: 40_000 }],
    playback: {
      ...silence,
      samples: 20,
      flv: 15,
      hls: 5,
      smooth: 19,
      median_ms: 240,
      slow_ms: 950,
    },
  };
  return {
    "shows": (
      <ShowList
        view={view}
        shows={[{ ...show("live"), picture: null, products: 2, orders: 1 }]}
        page={1}
        pages={3}
        done={text}
      />
    ),
    "no shows": <ShowList view={view} shows={[]} page={1} pages={0} />,
    "a new show": <ShowNew view={view} values={values} currency={currency} fault={fault} />,
    "a show on air": page("live"),
    "a show without a key": page("scheduled", undefined, { server, madeAt: null }),
    "a show with a key": page("live", undefined, { server, madeAt: at }),
    "a show whose key is shown": page("live", undefined, { server, madeAt: at, stream: "s?key=k" }),
    "a scheduled show, refused": page("scheduled", fault),
    "a show that ended": page("ended"),
    "a report": <ReportPage view={view} report={report} currency={currency} plays />,
    "a report of nothing": (
      <ReportPage
        view={view}
        report={{ ...report, startedAt: null, endedAt: null, products: [], playback: silence }}
        currency={currency}
        plays
      />
    ),
  };
}

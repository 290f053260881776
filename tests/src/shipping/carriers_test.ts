import { equal } from "node:assert/strict";
import { trackingPage } from "../../../src/shipping/carriers.ts";

Deno.test("a parcel leads to its carrier's page, where the carrier is known", () => {
  const tracking = "1Z 999&x";
  for (const carrier of ["UPS", "ups Ground", "USPS", "FedEx", "DHL", "CJ대한통운", "우체국택배"]) {
    const page = trackingPage({ carrier, tracking });
    equal(new URL(page ?? "").protocol, "https:", carrier);
    equal(page?.includes("1Z%20999%26x"), true, carrier);
  }
  equal(trackingPage({ carrier: "A friend", tracking }), undefined);
});

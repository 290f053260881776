import { equal } from "node:assert/strict";
import { rateClassOf } from "../../../src/rate/bounds.ts";

Deno.test("every request counts in one class, but for what is exempt", () => {
  const classes: Record<string, string | undefined> = {
    "GET /": "general",
    "GET /api/orders": "general",
    "GET /orders/ORD-20260101-00001": "general",
    "GET /sign-in": "general",
    "POST /sign-in/dev": "general",
    "POST /checkout": "general",
    "POST /shows/1/messages": "general",
    "POST /desk/orders/1/payment": "general",
    "DELETE /api/desk/orders/1": "general",
    "POST /orders": "ordering",
    "POST /orders/1/cancellation": "ordering",
    "POST /orders/1/payment-claims": "ordering",
    "POST /api/orders": "ordering",
    "POST /api/orders/1/cancellation": "ordering",
    "POST /holds": "holding",
    "POST /holds/1/quantity": "holding",
    "POST /api/holds": "holding",
    "PATCH /api/holds/1": "holding",
    "DELETE /api/holds/1": "holding",
    "POST /ordersomething": "general",
    "GET /assets/shop.css": undefined,
    "GET /pictures/a.webp": undefined,
    "POST /hooks/callbacks/lapse": undefined,
    "POST /hooks/media": undefined,
    "GET /livez": undefined,
    "GET /readyz": undefined,
    "GET /healthz": undefined,
    "GET /metrics": undefined,
    "GET /livez/more": "general",
    "GET /assetsandmore": "general",
  };
  for (const [request, rate] of Object.entries(classes)) {
    const [method = "", path = ""] = request.split(" ");
    equal(rateClassOf(method, path), rate, request);
  }
});

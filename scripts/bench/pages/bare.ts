import { Hono } from "hono";

const app = new Hono().get("/", (c) => c.text("Maru"));
Deno.serve(
  { hostname: "127.0.0.1", port: Number(Deno.env.get("PORT")) },
  (request) => app.fetch(request),
);

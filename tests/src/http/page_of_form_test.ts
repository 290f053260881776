import { deepEqual } from "node:assert/strict";
import { pageOfForm } from "../../../src/http/page_of_form.ts";
import { anyDatabase } from "../../support/databases.ts";
import { TestApp } from "../../support/test_app.ts";

anyDatabase(
  "who reads an address that takes a form is led to the form's page",
  async (database) => {
    await using shop = new TestApp(database);
    const read = async (path: string) => {
      const { status, headers } = await shop.app.fetch(new Request(shop.origin + path));
      return [status, headers.get("location")];
    };
    deepEqual(await read("/orders/12/cancellation"), [303, "/orders/12"]);
    deepEqual(await read("/locale"), [303, "/"]);
    deepEqual(await read("/nothing"), [404, null]);
    deepEqual(await read("/hooks/callbacks/lapse"), [404, null]);
  },
);

Deno.test("the page of a form is the nearest above it that can be read", () => {
  const routes = [
    { method: "GET", path: "/desk" },
    { method: "GET", path: "/desk/orders/:number" },
    { method: "POST", path: "/desk/orders/:number/refunds" },
    { method: "POST", path: "/desk/sales/ends" },
    { method: "POST", path: "/api/*" },
    { method: "POST", path: "/api/holds" },
  ];
  const page = (path: string) => pageOfForm(routes, path);
  deepEqual(page("/desk/orders/12/refunds"), "/desk/orders/12");
  deepEqual(page("/desk/sales/ends"), "/desk");
  deepEqual(page("/desk/orders/12/parcels"), undefined);
  deepEqual(page("/api/holds"), undefined);
});

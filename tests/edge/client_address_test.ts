import { equal } from "node:assert/strict";
import { clientAddress, listOf } from "../../edge/client_address.ts";

const proxies = listOf(["10.0.0.0/8", "192.0.2.1", "fd00::/8"]);

function told(peer: string, forwardedFor: string | null): string | undefined {
  return clientAddress(peer, forwardedFor, proxies);
}

Deno.test("what a stranger says of itself is not believed", () => {
  equal(told("203.0.113.9", "10.0.0.1"), "203.0.113.9");
  equal(told("203.0.113.9", "198.51.100.1, 10.0.0.1"), "203.0.113.9");
  equal(told("2001:db8::1", "10.0.0.1"), "2001:db8::1");
});

Deno.test("a proxy of ours is believed, however it is reached", () => {
  for (const peer of ["10.1.2.3", "192.0.2.1", "::ffff:10.1.2.3", "fd00::1"]) {
    equal(told(peer, "198.51.100.1"), "198.51.100.1", peer);
  }
  equal(told("192.0.2.2", "198.51.100.1"), "192.0.2.2");
});

Deno.test("behind several proxies the client is the nearest who is none of them", () => {
  equal(told("10.0.0.1", "198.51.100.1, 10.0.0.2"), "198.51.100.1");
  equal(told("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.3,10.0.0.2"), "198.51.100.1");
  equal(told("10.0.0.1", "10.0.0.3, 10.0.0.2"), "10.0.0.3", "a proxy that asks for itself");
});

Deno.test("a proxy that says nothing readable is the client itself", () => {
  for (const header of [null, "", "unknown", "198.51.100.1:80, nonsense", "198.51.100.1,"]) {
    equal(told("10.0.0.1", header), "10.0.0.1", String(header));
  }
  equal(clientAddress(undefined, "198.51.100.1", proxies), undefined);
});

import { equal } from "node:assert/strict";
import { isPrivateAddress, isPrivateName } from "../../../src/restreams/address.ts";
import { serverOf, targetBodies } from "../../../src/restreams/forms.ts";
import { restream_key_characters_max, restream_url_characters_max } from "../../../src/limits.ts";

Deno.test("addresses of no public network are known, at both ends of each", () => {
  const within = [
    ...["0.0.0.0", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1"],
    ...["169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.8"],
    ...["192.0.2.1", "192.168.0.0", "192.168.255.255", "198.18.0.1", "198.19.255.255"],
    ...["198.51.100.1", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1", "[::1]"],
    ...["fe80::1", "fc00::1", "fdff::1", "ff02::1", "64:ff9b::7f00:1", "::ffff:127.0.0.1"],
    ...["2002:7f00:1::", "2001:db8::1", "2001::1", "3fff::1", "", "nothing", "1.2.3", "1.2.3.256"],
  ];
  const outside = [
    ...["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1"],
    ...["128.0.0.1", "169.253.0.1", "169.255.0.1", "172.15.255.255", "172.32.0.0", "192.0.1.1"],
    ...["192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "198.51.99.1", "203.0.112.1"],
    ...["223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888"],
  ];
  for (const address of within) equal(isPrivateAddress(address), true, address);
  for (const address of outside) equal(isPrivateAddress(address), false, address);
});

Deno.test("names of this machine and this network are known", () => {
  const within = [
    "localhost",
    "db",
    "a.localhost",
    "printer.local",
    "api.internal",
    "x.LAN.",
    "a.test",
  ];
  for (const name of within) equal(isPrivateName(name), true, name);
  for (const name of ["a.rtmp.youtube.com", "live.example.com."]) equal(isPrivateName(name), false);
});

Deno.test("a server is told in one spelling, or it is none", () => {
  const spelled: Record<string, string | undefined> = {
    "rtmp://A.Example/live/": "rtmp://a.example/live",
    "RTMPS://a.example:443/rtmp/?k=v": "rtmps://a.example:443/rtmp?k=v",
    "rtmp://127.1/live": "rtmp://127.0.0.1/live",
    "rtmp://0x7f000001/live": "rtmp://127.0.0.1/live",
    "rtmp://2130706433:1935/live": "rtmp://127.0.0.1:1935/live",
    "rtmp://a.example": undefined,
    "rtmp://a.example/": undefined,
    "rtmp:///live": undefined,
    "http://a.example/live": undefined,
    "rtmp://u:p@a.example/live": undefined,
    "rtmp://a.example/live#x": undefined,
    "rtmp://a.example/li ve": undefined,
    "rtmp://a.example/live\n-y": undefined,
    "rtmp://a.example:99999/live": undefined,
    "-i rtmp://a.example/live": undefined,
    "": undefined,
  };
  for (const [typed, server] of Object.entries(spelled)) {
    equal(serverOf(typed)?.text, server, typed);
  }
});

Deno.test("a target leads to the public network, unless the deployment says otherwise", () => {
  const rule = (url: string, privateTargets = false) => {
    const wish = { name: "A", service: "other", url, key: "k" };
    return targetBodies(privateTargets).making.safeParse(wish).error?.issues[0]?.message;
  };
  equal(rule("rtmps://live.example.com/app"), undefined);
  equal(rule("rtmp://8.8.8.8/app"), undefined);
  for (
    const host of ["127.0.0.1", "127.1", "localhost", "[::1]", "10.1.2.3", "db", "0", "1.local"]
  ) {
    equal(rule(`rtmp://${host}/app`), "privateServer", host);
    equal(rule(`rtmp://${host}/app`, true), undefined, host);
  }
});

Deno.test("YouTube and Instagram need no server; keys and servers have their bounds", () => {
  const { making } = targetBodies(false);
  const wish = (more: object) =>
    making.safeParse({ name: "A", service: "youtube", key: "k", ...more });
  equal(wish({}).data?.url, "rtmps://a.rtmps.youtube.com/live2");
  equal(wish({ service: "instagram" }).data?.url, "rtmps://live-upload.instagram.com:443/rtmp");
  equal(wish({ service: "tiktok" }).error?.issues[0]?.path[0], "url");
  equal(wish({ key: "k".repeat(restream_key_characters_max) }).success, true);
  equal(wish({ key: "k".repeat(restream_key_characters_max + 1) }).success, false);
  for (const key of ["", "a b", "a\nrtmp_conn=x", "키"]) equal(wish({ key }).success, false, key);
  const start = "rtmp://live.example.com/";
  const url = (length: number) => start + "a".repeat(length - start.length);
  equal(wish({ url: url(restream_url_characters_max) }).success, true);
  equal(wish({ url: url(restream_url_characters_max + 1) }).success, false);
});

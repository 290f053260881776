import { equal, ok } from "node:assert/strict";
import { onRestream } from "../../support/on_restream.ts";
import { makeCertificate, TlsFront } from "../../support/tls_front.ts";
import { until } from "../../support/until.ts";

Deno.test("over TLS a target proves that it is who it says, and gets no key else", async () => {
  const folder = await Deno.makeTempDir({ prefix: "maru-certificates-" });
  const right = await makeCertificate(folder, "localhost");
  const wrong = await makeCertificate(folder, "elsewhere.example");
  const stranger = {
    ...await makeCertificate(await Deno.makeTempDir({ dir: folder }), "localhost"),
  };
  await Deno.writeTextFile(`${folder}/trusted.pem`, right.cert + wrong.cert);

  await onRestream(async ({ door, place, sentTo, use, restreamer }) => {
    const at = await place("channel");
    const inward = Number(new URL(at.media.publishUrl).port);
    for (
      const [certificate, reason] of [[wrong, "certificate"], [stranger, "certificate"]] as const
    ) {
      const front = use(new TlsFront(certificate, inward));
      const id = crypto.randomUUID();
      door.targets = [sentTo(at, { id, url: `rtmps://localhost:${front.port}/live` })];
      await until(() => door.of(id)?.state === "waiting", 20_000);
      equal(door.of(id)?.reason, reason);
      equal(at.door.told("on_publish").length, 0);
    }
    const front = use(new TlsFront(right, inward));
    const id = crypto.randomUUID();
    door.targets = [sentTo(at, { id, url: `rtmps://localhost:${front.port}/live` })];
    await until(() => door.of(id)?.state === "running", 20_000);
    ok(await at.publisher());
    ok(!restreamer.log.includes("key-of-nobody"));
    door.targets = [];
    await until(async () => await at.publisher() === undefined);
  }, { MEDIA_CA_FILE: `${folder}/trusted.pem` });
  await Deno.remove(folder, { recursive: true });
});

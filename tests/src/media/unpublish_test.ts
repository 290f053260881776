import { deepEqual } from "node:assert/strict";
import { pass } from "../../support/clock.ts";
import { onAir } from "../../support/on_air.ts";
import { everythingIn } from "../../support/refused.ts";

onAir("a signal that is lost is waited for, and the show ends without it", async (air) => {
  await air.publish("a", await air.key());
  await air.unpublish("a");
  deepEqual(await air.sight(), ["live", "lost", 1]);
  await pass(air.database, 44 / 60);
  await air.call("signal-due");
  deepEqual(await air.sight(), ["live", "lost", 1]);
  await pass(air.database, 1 / 60);
  await air.call("signal-due");
  deepEqual(await air.sight(), ["ended", "lost", 1]);
  const ended = await everythingIn(air.database);
  await air.call("signal-due");
  deepEqual(await everythingIn(air.database), ended);
});

onAir("who returns in time resumes the show, whatever callbacks come", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  await air.unpublish("a");
  await pass(air.database, 0.5);
  await air.publish("b", key);
  deepEqual(await air.sight(), ["live", "on", 2]);
  await pass(air.database, 0.5);
  await air.call("signal-due");
  await air.call("sweep");
  deepEqual(await air.sight(), ["live", "on", 2]);
});

onAir("who returns too late finds that the show is over, though no callback came", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  await air.unpublish("a");
  await pass(air.database, 0.75);
  const { body } = await air.publish("b", key);
  deepEqual([body.code, body.refusal], [403, "SHOW_STATE"]);
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir("the sweep makes up for a callback that was lost", async (air) => {
  await air.publish("a", await air.key());
  await air.unpublish("a");
  await pass(air.database, 0.75);
  await air.call("sweep");
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir("a show that its seller started by hand is not ended for want of a picture", async (air) => {
  await air.database.query("update shows set state = 'live', started_at = now()");
  await pass(air.database, 600);
  await air.heartbeat("service-9");
  await air.unpublish("a");
  for (const name of ["signal-due", "media-check", "sweep"]) await air.call(name);
  deepEqual(await air.sight(), ["live", "none", 0]);
});

onAir("an unpublish of somebody else, or twice, changes nothing", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  await air.unpublish("b");
  await air.unpublish("a", { service_id: "service-0" });
  deepEqual(await air.sight(), ["live", "on", 1]);
  await air.hook("on_unpublish", { client_id: "a" });
  const lost = await everythingIn(air.database);
  await pass(air.database, 0.1);
  const passed = await everythingIn(air.database);
  await air.hook("on_unpublish", { client_id: "a" });
  deepEqual(await everythingIn(air.database), passed);
  deepEqual(Object.keys(lost), Object.keys(passed));
});

onAir("an unpublish that overtook its publish is not forgotten", async (air) => {
  const key = await air.key();
  await air.hook("on_unpublish", { client_id: "a" });
  const { body } = await air.hook("on_publish", { client_id: "a", param: `?key=${key}` });
  deepEqual([body.refusal, body.reason], ["PUBLISH_REFUSED", "gone"]);
  deepEqual(await air.sight(), ["scheduled", "none", 0]);
});

onAir("a seller who waits for no signal ends the show by losing it", async (air) => {
  await air.database.query("update sellers set grace_seconds = 0");
  await air.publish("a", await air.key());
  await air.unpublish("a");
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

import { deepEqual, equal, rejects } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { roomsInObjects } from "../../../edge/rooms/elsewhere.ts";
import type { Bindings, Said } from "../../../edge/cloudflare/bindings.ts";
import { room_say_tries_max } from "../../../src/limits.ts";
import { DatabaseError } from "../../../src/platform.ts";

const id = uuidv7();
const utterance = { personId: id, requestId: id, id, showId: id.toUpperCase(), text: "hello" };
const said = { outcome: { id } } as unknown as Said;

/** Objects that answer one after the other; what is no answer is thrown. */
function objects(...answers: (Said | Error)[]) {
  const asked: string[] = [];
  const say = () => {
    const answer = answers.shift();
    return answer && !(answer instanceof Error) ? Promise.resolve(answer) : Promise.reject(answer);
  };
  const getByName = (name: string) => {
    asked.push(name);
    return { say, viewers: say };
  };
  return { asked, rooms: roomsInObjects({ getByName } as unknown as Bindings["SHOW_ROOMS"]) };
}

const gone = () => new Error("The object was reset because its code was updated");
const unavailable = (error: unknown) =>
  error instanceof DatabaseError && error.sqlState === "57P01";

Deno.test("what is said while a deploy ends the object is said to the next", async () => {
  const { asked, rooms } = objects(gone(), gone(), said);
  deepEqual(await rooms.say(utterance), { id });
  deepEqual(asked, [id, id, id], "each time to the one of the show");
});

Deno.test("an object that stays away, or has too much to do, is to be asked again later", async () => {
  const away = objects(...Array.from({ length: room_say_tries_max }, gone));
  await rejects(away.rooms.say(utterance), unavailable);
  equal(away.asked.length, room_say_tries_max);
  const busy = objects(Object.assign(gone(), { overloaded: true }), said);
  await rejects(busy.rooms.say(utterance), unavailable);
  equal(busy.asked.length, 1, "and not to be asked more because of it");
});

Deno.test("what fails in the object fails here: the database as such, a bug as a bug", async () => {
  const failure = { message: "no connection", sqlState: "08006" };
  const database = objects({ failure });
  await rejects(
    database.rooms.say(utterance),
    (error) => error instanceof DatabaseError && error.sqlState === "08006",
  );
  const bug = Object.assign(new TypeError("undefined is not a room"), { remote: true });
  await rejects(objects(bug).rooms.say(utterance), bug);
});

Deno.test("a page does not fail for the number of those who watch", async () => {
  equal(await objects(gone()).rooms.viewers(id), undefined);
});

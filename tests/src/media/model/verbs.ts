import fc from "fast-check";

/** How a message of the media server's reaches the shop. */
export type Sending = "once" | "twice" | "never";

/** One thing that happens to a show and its picture. Messages are named by numbers, taken around. */
export type Verb =
  | { readonly verb: "publish"; readonly key: "right" | "wrong"; readonly leaves: Sending }
  | { readonly verb: "leave"; readonly leaves: Sending }
  | { readonly verb: "hookAgain"; readonly message: number }
  | { readonly verb: "restartMedia" | "heartbeat" | "restartShop" | "replaceKey" }
  | { readonly verb: "shop"; readonly isUp: boolean }
  | { readonly verb: "api"; readonly isWell: boolean }
  | { readonly verb: "callback"; readonly name: "signal-due" | "media-check" | "sweep" }
  /** The media server is asked, and its answer was under way while somebody came or went. */
  | { readonly verb: "oldList" }
  | { readonly verb: "step"; readonly step: "airing" | "ending" | "cancellation" }
  | { readonly verb: "plan"; readonly startsInHours: number }
  | { readonly verb: "grace"; readonly seconds: number }
  | { readonly verb: "pass"; readonly seconds: number };

const sending = fc.constantFrom<Sending>("once", "once", "once", "twice", "never");
const just = <Name extends Verb["verb"]>(verb: Name) => ({ verb: fc.constant(verb) });

const verb: fc.Arbitrary<Verb> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      ...just("publish"),
      key: fc.constantFrom<"right" | "wrong">("right", "right", "right", "right", "wrong"),
      leaves: sending,
    }),
  },
  { weight: 4, arbitrary: fc.record({ ...just("leave"), leaves: sending }) },
  { weight: 4, arbitrary: fc.record({ ...just("hookAgain"), message: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record(just("restartMedia")) },
  { weight: 2, arbitrary: fc.record(just("oldList")) },
  { weight: 3, arbitrary: fc.record(just("heartbeat")) },
  { weight: 1, arbitrary: fc.record(just("restartShop")) },
  { weight: 1, arbitrary: fc.record(just("replaceKey")) },
  { weight: 2, arbitrary: fc.record({ ...just("shop"), isUp: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ ...just("api"), isWell: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      ...just("callback"),
      name: fc.constantFrom("signal-due" as const, "media-check" as const, "sweep" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...just("step"),
      step: fc.constantFrom("airing" as const, "ending" as const, "cancellation" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...just("plan"), startsInHours: fc.constantFrom(1, 30) }) },
  { weight: 1, arbitrary: fc.record({ ...just("grace"), seconds: fc.constantFrom(0, 45) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      ...just("pass"),
      seconds: fc.constantFrom(1.37, 4.73, 11.19, 31.41, 44.11, 61.7, 7_231.3),
    }),
  },
);

/** What happens, one thing after another. */
export const stories: fc.Arbitrary<Verb[]> = fc.array(verb, {
  minLength: 1,
  maxLength: 30,
  size: "max",
});

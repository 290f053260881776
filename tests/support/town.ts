import type { Database } from "../../src/platform.ts";
import { Person } from "./person.ts";
import { type Scene, setScene } from "./scene.ts";
import { stage } from "./stage.ts";

/** A real shop with one show, where somebody tries what is not meant to be. */
export interface Town {
  readonly origin: string;
  readonly database: Database;
  readonly scene: Scene;
  /** On offer, with plenty left. */
  readonly variantId: string;
  readonly mina: Person;
  readonly june: Person;
}

export async function town(): Promise<Town> {
  const { origin, database } = await stage();
  const scene = await setScene(database, { stock: [50, 50] });
  const [mina, june] = await Promise.all([Person.signedIn(origin), Person.signedIn(origin)]);
  return { origin, database, scene, variantId: scene.variantIds[0]!, mina: mina!, june: june! };
}

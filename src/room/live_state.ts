import type { Currency, PictureFile } from "../../views/kit/view.ts";
import type { ShowState, Signal } from "../../views/shop/types.ts";
import { room_state_frame_bytes_max } from "../limits.ts";
import type { ChatItem } from "./document.ts";
import { freshIds, type LiveIds } from "./live_ids.ts";
import { type AwarenessEntry, awarenessFrame } from "./protocol.ts";

/** What everybody sees of a show and forgets when it changes. Each is a state of its own. */
export type Live = LiveShow | LiveProduct | LiveViewers | LiveToasts;

export interface LiveShow {
  readonly kind: "show";
  readonly version: number;
  readonly state: ShowState;
  readonly title: string;
  readonly notice: string;
  readonly featuredProductId: string | null;
  /** The message that is pinned. */
  readonly pinned: ChatItem | null;
  readonly slowModeSeconds: number;
  readonly signal: Signal;
  /** How often the picture came: 1, 2, … */
  readonly turn: number;
}

export interface LiveProduct {
  readonly kind: "product";
  readonly id: string;
  readonly name: string;
  /** Lower ones come first. */
  readonly position: number;
  readonly currency: Currency;
  readonly originalPrice: number | null;
  readonly isNew: boolean;
  readonly picture: PictureFile | null;
  readonly onSale: boolean;
  /** Units that a shopper may have of it. */
  readonly unitsMost: number;
  /** Hidden ones are left out. */
  readonly variants: readonly LiveVariant[];
}

export interface LiveVariant {
  readonly id: string;
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  /** Minor units. */
  readonly price: number;
  readonly available: number;
  readonly version: number;
}

export interface LiveViewers {
  readonly kind: "viewers";
  readonly now: number;
  readonly peak: number;
}

export interface LiveToasts {
  readonly kind: "toasts";
  /** The last ones, oldest first. */
  readonly toasts: readonly Toast[];
}

/** Somebody bought something. */
export interface Toast {
  readonly id: string;
  /** A display name; absent: somebody. */
  readonly name?: string;
  readonly product: string;
}

interface Kept {
  readonly clientId: number;
  clock: number;
  state: Live | null;
  json: string;
}

/**
 * The live state of a room as the awareness of clients that are nobody: what has no history leaves
 * none. Every client id here is this room's own.
 */
export class LiveState {
  #kept = new Map<string, Kept>();
  #changed = new Set<Kept>();

  constructor(private readonly ids: LiveIds = freshIds()) {}

  /** Whether an awareness client is one of these. Clients echo what they are told. */
  owns(clientId: number): boolean {
    return this.ids.owns(clientId);
  }

  get show(): LiveShow | undefined {
    const state = this.#kept.get("show")?.state;
    return state?.kind === "show" ? state : undefined;
  }

  /** How many watch, once that has been counted. */
  get viewers(): number | undefined {
    const state = this.#kept.get("viewers")?.state;
    return state?.kind === "viewers" ? state.now : undefined;
  }

  get toasts(): readonly Toast[] {
    const state = this.#kept.get("toasts")?.state;
    return state?.kind === "toasts" ? state.toasts : [];
  }

  get products(): string[] {
    return [...this.#kept.values()].flatMap(({ state }) =>
      state?.kind === "product" ? [state.id] : []
    );
  }

  /** A state is as it is told, except that no version goes back. */
  tell(state: Live): void {
    const kept = this.#of(state.kind === "product" ? productKey(state.id) : state.kind);
    this.#keep(kept, newest(kept.state, state));
  }

  /** A product is not of this show any more. */
  withdraw(productId: string): void {
    this.#keep(this.#of(productKey(productId)), null);
  }

  /** Frames of what has changed since they were last taken. */
  takeChanges(): Uint8Array[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return frames(changed, this.ids.clock());
  }

  /**
   * Frames of everything. The clocks go on: a client that comes back remembers the clock of what it
   * has forgotten, and awareness is forgotten when it is not repeated.
   */
  everything(): Uint8Array[] {
    return frames(
      [...this.#kept.values()].filter(({ state }) => state !== null),
      this.ids.clock(),
    );
  }

  #of(key: string): Kept {
    let kept = this.#kept.get(key);
    if (!kept) {
      kept = { clientId: this.ids.of(key), clock: 0, state: null, json: "null" };
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #keep(kept: Kept, state: Live | null) {
    const json = JSON.stringify(state);
    if (json === kept.json) return;
    Object.assign(kept, { state, json });
    this.#changed.add(kept);
  }
}

const productKey = (id: string) => `product ${id}`;

function newest(known: Live | null, told: Live): Live {
  if (known?.kind === "show" && told.kind === "show") {
    return told.version < known.version ? known : told;
  }
  if (known?.kind === "product" && told.kind === "product") {
    const before = new Map(known.variants.map((variant) => [variant.id, variant]));
    const variants = told.variants.map((variant) => {
      const had = before.get(variant.id);
      return had && had.version > variant.version ? had : variant;
    });
    return { ...told, variants };
  }
  return told;
}

/** Few enough a frame that a client which echoes them is not taken for a hostile one. */
function frames(kept: readonly Kept[], clock: number): Uint8Array[] {
  const groups: AwarenessEntry[][] = [];
  let room = 0;
  for (const one of kept) {
    one.clock = Math.max(one.clock + 1, clock);
    if (one.json.length > room) {
      groups.push([]);
      room = room_state_frame_bytes_max;
    }
    room -= one.json.length;
    groups.at(-1)!.push({ ...one });
  }
  return groups.map(awarenessFrame);
}

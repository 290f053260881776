import { ShopProcess } from "../../../tests/support/shop.ts";
import { WorkerProcess } from "../../../tests/support/worker.ts";
import { provideNode } from "../../provide/node.ts";

/** The application in a process of its own, which can be ended and started again. */
export interface Runtime extends AsyncDisposable {
  readonly origin: string;
  start(): Promise<void>;
  kill(signal?: Deno.Signal): Promise<void>;
}

interface Given {
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Deno and Node reach PostgreSQL by its own protocol, workerd as it would reach Neon. */
export const runtimes: Readonly<Record<string, (given: Given) => Promise<Runtime>>> = {
  "Deno": (given) => ShopProcess.open(given),

  async "Node"(given) {
    const program = await provideNode();
    await new Deno.Command(Deno.execPath(), { args: ["task", "--quiet", "bundle"] }).output();
    return await ShopProcess.open({ ...given, program: [program, ".build/node.mjs"] });
  },

  "workerd": (given) => WorkerProcess.open(given),
};

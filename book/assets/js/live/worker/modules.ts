/** What cells can import: the library, the suite library, and the displays of the notebook kernel. */
import { CellError } from "./compile.ts";
import { display } from "./host.ts";

type Module = Readonly<Record<string, unknown>>;
interface Prebuilt {
  readonly id: string;
}
interface Globals {
  termwise: Module;
  termwiseCheck?: Module & { exercisesFrom(source: object): void };
  termwiseExercises?: Record<string, Prebuilt>;
  termwiseExerciseList?: readonly Prebuilt[];
}
const there = globalThis as unknown as Globals;

/** Asks the page for a text, and evaluates it. */
export type Fetch = (name: string) => Promise<void>;

export interface Modules {
  /** Loads what is not there yet. Throws where a page has no such module. */
  load(name: string, line: number): Promise<Module>;
  /** A module that was loaded. */
  get(name: string): Module;
}

export function modules(fetch: Fetch): Modules {
  const loaded = new Map<string, Module>([
    ["termwise", there.termwise],
    ["tslab", { display }],
  ]);
  return {
    async load(name, line) {
      const found = loaded.get(name);
      if (found) return found;
      if (name !== "@termwise/check") {
        const message = `Cannot find module '${name}' in a page.`;
        throw new CellError(message, {
          line,
          hint: `hint: a page has "termwise" and "@termwise/check"; others need a notebook`,
        });
      }
      await fetch("termwise-check");
      const check = there.termwiseCheck as NonNullable<Globals["termwiseCheck"]>;
      check.exercisesFrom({
        list: async () => {
          if (!there.termwiseExerciseList) await fetch("exercises/index");
          return there.termwiseExerciseList;
        },
        load: async ({ id }: Prebuilt) => {
          if (!there.termwiseExercises?.[id]) await fetch(`exercises/${id}`);
          return there.termwiseExercises?.[id];
        },
      });
      loaded.set(name, check);
      return check;
    },
    get: (name) => loaded.get(name) as Module,
  };
}

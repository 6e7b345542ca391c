/** The slot that notebook and page fill, as the tests of figures see it. */
declare global {
  var __termwise:
    | {
        display(data: Record<string, unknown>, metadata?: unknown): void;
        record(name: string, text: string): void;
        picture?(mime: string, spec: unknown): string;
      }
    | undefined;
}

export {};

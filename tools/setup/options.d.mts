/** What `npm start` was asked for; `error` says what could not be understood. */
export interface Options {
  readonly help?: boolean;
  readonly error?: string;
  readonly port?: number;
  readonly browser: boolean;
  readonly reset: readonly string[];
}
export const help: string;
export function readOptions(args: readonly string[]): Options;

export function hashOf(texts: readonly string[], files: readonly string[]): string;
export function record(stateFile: string, changes: Readonly<Record<string, unknown>>): void;
export function modulesMatch(folder: string): boolean;

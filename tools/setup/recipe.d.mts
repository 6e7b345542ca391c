/** One line of environment.yml; version is "" where it names none. */
export interface Package {
  readonly name: string;
  readonly version: string;
}
export function readRecipe(text: string): Package[];
export function installLists(packages: readonly Package[]): { conda: string[]; pip: string[] };

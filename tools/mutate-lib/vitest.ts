/** What the library's tests use of vitest, for running thousands of times in one process. */

type Body = () => unknown;
declare const register: (name: string, body: Body) => void;

let path: string[] = [];

export function describe(name: string, body: () => void): void {
  const before = path;
  path = [...path, name];
  body();
  path = before;
}

export function test(name: string, body: Body): void {
  register([...path, name].join(" › "), body);
}

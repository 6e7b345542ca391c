import { type Draw, suite } from "@termwise/check";

type Table = [year: number, value: number][];

/** Least squares by the normal equations, in natural logarithms. */
function measured(table: Table): number {
  const sum = (f: (t: number, y: number) => number): number =>
    table.reduce((s, [t, v]) => s + f(t - 2000, Math.log(v)), 0);
  const N = table.length;
  const slope =
    (N * sum((t, y) => t * y) - sum((t) => t) * sum((_, y) => y)) / (N * sum((t) => t * t) - sum((t) => t) ** 2);
  return Math.LN2 / slope;
}
function years(draw: Draw): number[] {
  let year = draw.int(1960, 2010);
  return draw.list(draw.int(3, 7), () => {
    year += draw.int(1, 6);
    return year;
  });
}

export default suite<typeof import("./stub.ts")>("E01.4", ({ example, fact, property }) => {
  example("1, 2, 4 every two years doubles in 2; 8 to 1 in three years halves in 1", async ({ call }) => {
    await call("doublingTime", [
      [2000, 1],
      [2002, 2],
      [2004, 4],
    ]).gives(2);
    await call("doublingTime", [
      [2000, 8],
      [2003, 1],
    ]).gives(-1);
  });

  fact("years need not be evenly spaced, nor in order", async ({ call }) => {
    await call("doublingTime", [
      [1990, 2],
      [1993, 16],
      [1991, 4],
      [1999, 1024],
    ]).gives(1);
  });

  fact("a year that comes twice counts twice", async ({ call }) => {
    const table: Table = [
      [2000, 1],
      [2001, 2],
      [2001, 8],
      [2003, 8],
    ];
    await call("doublingTime", table).gives(measured(table));
    await call("doublingTime", [
      [2000, 1],
      [2000, 4],
      [2002, 4],
    ]).gives(2);
  });

  fact("the unit of the values does not matter", async ({ call }) => {
    await call("doublingTime", [
      [2000, 3000],
      [2004, 6000],
      [2008, 12000],
    ]).gives(4);
  });

  fact("a level line never doubles", async ({ call }) => {
    await call("doublingTime", [
      [2000, 5],
      [2001, 5],
      [2005, 5],
    ]).gives(Infinity);
  });

  fact("one year alone is an error that mentions years", async ({ call }) => {
    await call("doublingTime", [[2000, 5]]).throws(/years/);
    await call("doublingTime", [
      [2000, 5],
      [2000, 9],
    ]).throws(/years/);
    await call("doublingTime", []).throws(/years/);
  });

  property("steady growth is measured exactly", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const [time, first] = [draw.number(0.3, 12), draw.number(0.1, 50)];
    const list = years(draw);
    await call(
      "doublingTime",
      list.map((year): [number, number] => [year, first * 2 ** ((year - list[0]) / time)]),
    ).gives(time);
  });

  property("through unsteady growth goes the least-squares line of all rows", { points: 3 }, async ({ call, draw }) => {
    const time = draw.number(0.8, 3);
    const list = years(draw);
    const table = list.map((year): [number, number] => [year, 2 ** ((year - list[0]) / time) * (1 + draw.unit())]);
    await call("doublingTime", table).gives(measured(table));
  });
});

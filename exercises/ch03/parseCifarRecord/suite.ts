import { type Draw, suite } from "@termwise/check";

/** By the layout: the values taken one after the other, channel by channel. */
function parsed(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  const pixels = Array.from({ length: side }, () => Array.from({ length: side }, () => [0, 0, 0]));
  for (const [k, value] of bytes.slice(1).entries()) {
    const [channel, place] = [Math.floor(k / (side * side)), k % (side * side)];
    pixels[Math.floor(place / side)][place % side][channel] = value;
  }
  return { label: bytes[0], pixels };
}
/** The place of a speaker, in whole numbers of any length. */
function place(speaker: string): number {
  let hash = 2166136261n;
  for (const c of speaker) hash = ((hash ^ BigInt(c.charCodeAt(0))) * 16777619n) % 2n ** 32n;
  return Number(hash % 100n);
}
const part = (speaker: string, validation: number, test: number): string =>
  place(speaker) < validation ? "validation" : place(speaker) < validation + test ? "test" : "train";
const someone = (draw: Draw): string => draw.list(draw.int(3, 8), () => draw.pick([..."abcdef0123456789"])).join("");

/** Cut at their first underscore they fall into another part. */
const UNDERSCORED = ["anna_b", "tom_x_1"];

export default suite<typeof import("./stub.ts")>("E03.6", ({ example, fact, property }) => {
  const small = [7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  example("four pixels, one speaker, one box", async ({ call }) => {
    await call("parseRecord", small, 2).gives({
      label: 7,
      pixels: [
        [
          [1, 5, 9],
          [2, 6, 10],
        ],
        [
          [3, 7, 11],
          [4, 8, 12],
        ],
      ],
    });
    await call("partOf", "anna_nohash_0.wav", 30, 20).gives("test");
    await call("corners", [10, 20, 30, 40]).gives([10, 20, 40, 60]);
  });

  fact("one pixel has three values", async ({ call }) => {
    await call("parseRecord", [3, 255, 0, 128], 1).gives({ label: 3, pixels: [[[255, 0, 128]]] });
  });

  fact("a record of the wrong length is an error that mentions both lengths", async ({ call }) => {
    await call("parseRecord", [1, 2, 3], 1).throws(/3.*4|4.*3/);
    await call("parseRecord", [...small, 0], 2).throws(/14.*13|13.*14/);
    await call("parseRecord", small, 1).throws(/13.*\b4\b|\b4\b.*13/);
  });

  fact("all recordings of a speaker are in one part, wherever else the names differ", async ({ call }) => {
    const want = part("f00d", 30, 30);
    for (const file of ["f00d_nohash_0.wav", "f00d_nohash_1.wav", "f00d_nohash_12.mp3"]) {
      await call("partOf", file, 30, 30).gives(want);
    }
    for (const speaker of UNDERSCORED)
      await call("partOf", `${speaker}_nohash_0.wav`, 30, 30).gives(part(speaker, 30, 30));
  });

  fact("with no share for validation and testing everybody trains", async ({ call }) => {
    await call("partOf", "anna_nohash_0.wav", 0, 0).gives("train");
    await call("partOf", "anna_nohash_0.wav", 100, 0).gives("validation");
    await call("partOf", "anna_nohash_0.wav", 0, 100).gives("test");
  });

  fact("a place equal to a limit is beyond it", async ({ call }) => {
    await call("partOf", "anna_nohash_0.wav", 39, 1).gives("test");
    await call("partOf", "anna_nohash_0.wav", 30, 9).gives("train");
    await call("partOf", "anna_nohash_0.wav", 40, 60).gives("validation");
  });

  property("every value is found at its row, column and channel", { points: 3, runs: 15 }, async ({ call, draw }) => {
    const side = draw.int(1, 4);
    const bytes = [draw.int(0, 9), ...draw.list(3 * side * side, () => draw.int(0, 255))];
    await call("parseRecord", bytes, side).gives(parsed(bytes, side));
  });

  property("the hash of the speaker decides", { points: 3, runs: 60 }, async ({ call, draw }) => {
    const name = someone(draw);
    const [validation, test] = [draw.pick([10, 25, 40]), draw.pick([10, 25, 40])];
    await call("partOf", `${name}_nohash_${draw.int(0, 9)}.wav`, validation, test).gives(part(name, validation, test));
  });

  property("a box ends where its size says", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const [x, y, w, h] = draw.list(4, () => draw.int(0, 200) / 2);
    await call("corners", [x, y, w, h]).gives([x, y, x + w, y + h]);
  });
});

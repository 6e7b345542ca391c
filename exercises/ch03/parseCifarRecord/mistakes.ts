import type { Mistake } from "@termwise/check";

const at = "bytes[1 + c * area + y * side + x]";
const speaker = 'file.split("_nohash_")[0]';
const step = "Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0";
const ends = "[x, y, x + width, y + height]";

const length = "bytes.length !== 1 + 3 * area";
const refusal =
  "throw new Error(`parseRecord: ${bytes.length} bytes, but a record of side ${side} has ${1 + 3 * area}`)";

const mistakes: Mistake[] = [
  {
    name: "interleaved",
    does: "reads red, green and blue of a pixel one after the other",
    belief: "This format stores whole channels: all red values come before the first green one.",
    hint: "Draw the 13 bytes of the example and colour them.",
    change: { [at]: "bytes[1 + 3 * (y * side + x) + c]" },
    also: [{ change: { [at]: "bytes[1 + (y * 3 + c) * side + x]" } }],
  },
  {
    name: "column-by-column",
    does: "fills the picture column by column",
    belief:
      "Within a channel the values run along the rows, from the top: the picture would be mirrored across its diagonal.",
    hint: "Which pixel does the second byte of red belong to?",
    change: { [at]: "bytes[1 + c * area + x * side + y]" },
  },
  {
    name: "label-as-pixel",
    does: "starts the pixels at byte 0, where the label is",
    belief: "The first byte is the label; every value after it is one place further on.",
    hint: "Is your first red value the label?",
    change: { [at]: "bytes[c * area + y * side + x]" },
  },
  {
    name: "label-last",
    does: "takes the label from the end of the record",
    belief: "The label comes first.",
    hint: "Which byte is 7 in the example?",
    change: { "label: bytes[0]": "label: bytes[bytes.length - 1]" },
    also: [{ change: { "label: bytes[0]": "label: bytes[bytes.length - 1]", [at]: "bytes[c * area + y * side + x]" } }],
  },
  {
    name: "blue-first",
    does: "takes the channels for blue, green, red",
    belief: "Some libraries store blue first; this format stores red first.",
    hint: "What colour is a record with 255 in its first channel only?",
    change: { [at]: "bytes[1 + (2 - c) * area + y * side + x]" },
  },
  {
    name: "channels-first",
    does: "returns pixels as channel, row, column",
    belief:
      "The contract asks for pixels[row][column][channel]; the order in memory and the order of the result may differ.",
    hint: "What is pixels[0][0] in the example?",
    change: {
      "upTo(side).map((y) => upTo(side).map((x) => upTo(3).map((c) => bytes[1 + c * area + y * side + x])))":
        "upTo(3).map((c) => upTo(side).map((y) => upTo(side).map((x) => bytes[1 + c * area + y * side + x])))",
    },
  },
  {
    name: "upside-down",
    does: "puts the first row at the bottom",
    belief: "Rows of an image are counted from the top.",
    hint: "Where is the first byte of red: top left or bottom left?",
    change: { [at]: "bytes[1 + c * area + (side - 1 - y) * side + x]" },
  },
  {
    name: "no-guard",
    does: "reads a record of the wrong length",
    belief: "A file cut short gives undefined pixels, and the next record starts in the middle of this one.",
    hint: "What should happen with 14 bytes and side 2?",
    change: { "bytes.length !== 1 + 3 * area": "bytes.length < 0" },
    also: [
      { change: { "bytes.length !== 1 + 3 * area": "bytes.length < 1 + 3 * area" } },
      { change: { [length]: "bytes.length > 1 + 3 * area" } },
      { change: { [length]: "bytes.length < 3 * area" } },
      { change: { [length]: "bytes.length !== 3 * area && bytes.length !== 1 + 3 * area" } },
      { change: { [length]: "(bytes.length - 1) % 3 !== 0" } },
      { change: { [refusal]: 'throw new Error("wrong length")' } },
    ],
  },
  {
    name: "by-chance",
    does: "decides by chance",
    belief: "A part decided anew at every run puts a speaker into training today and into the test tomorrow.",
    hint: "Call it twice for the same file.",
    change: { "const place = hash % 100;": "const place = (hash + Math.floor(Math.random() * 100)) % 100;" },
  },
  {
    name: "whole-name-hashed",
    does: "hashes the whole name of the file",
    belief:
      "Two recordings of one person then fall into different parts, and the model is tested on a voice that it knows.",
    hint: "Do f00d_nohash_0.wav and f00d_nohash_1.wav get the same part?",
    change: { [speaker]: "file" },
    also: [
      { change: { [speaker]: 'file.split(".")[0]' } },
      { change: { [speaker]: 'file.split("_nohash_")[1]' } },
      { change: { [speaker]: 'file.split("_nohash_")[0] + "_nohash_"' } },
      { change: { [speaker]: 'file.replace("_nohash_", "")' } },
      { change: { [speaker]: 'file.split(".")[0].replace("_nohash_", "")' } },
    ],
  },
  {
    name: "multiply-then-xor",
    does: "multiplies before it mixes in the character",
    belief: "That is FNV-1; FNV-1a mixes the character in first, so that it too is multiplied.",
    hint: "Which of the two steps comes first in the contract?",
    change: { [step]: "(Math.imul(hash, 16777619) ^ character.charCodeAt(0)) >>> 0" },
    also: [{ change: { [step]: "(((hash * 16777619) % 2 ** 32) ^ character.charCodeAt(0)) >>> 0" } }],
  },
  {
    name: "rounded-product",
    does: "multiplies in floating point and loses the last bits",
    belief:
      "A product of two 32-bit numbers does not fit into 53 bits; its last digits, which the remainder needs, are lost.",
    hint: "What does Math.imul do?",
    change: { [step]: "(((hash ^ character.charCodeAt(0)) >>> 0) * 16777619) % 2 ** 32" },
    also: [
      "(((hash ^ character.charCodeAt(0)) >>> 0) * 16777619) >>> 0",
      "((hash ^ character.charCodeAt(0)) * 16777619) >>> 0",
      "((hash ^ character.charCodeAt(0)) * 16777619) % 2 ** 32",
      "((((hash ^ character.charCodeAt(0)) * 16777619) % 2 ** 32) + 2 ** 32) % 2 ** 32",
    ].map((rounded) => ({ change: { [step]: rounded } })),
  },
  {
    name: "signed-hash",
    does: "keeps the hash as a signed number",
    belief:
      "A negative hash has a negative remainder, which is below every percentage: half of all speakers go to validation.",
    hint: "What is -7 % 100?",
    change: { [step]: "Math.imul(hash ^ character.charCodeAt(0), 16777619)" },
    also: [
      {
        change: { [step]: "Math.imul(hash ^ character.charCodeAt(0), 16777619)", "hash % 100": "Math.abs(hash) % 100" },
      },
      {
        change: {
          [step]: "Math.imul(hash ^ character.charCodeAt(0), 16777619)",
          "hash % 100": "((hash % 100) + 100) % 100",
        },
      },
    ],
  },
  {
    name: "shares-swapped",
    does: "tests those below the share for validation",
    belief: "Validation comes first, then testing.",
    hint: "partOf(…, 100, 0): which part?",
    change: { 'return "validation";': 'return "test";', '? "test" : "train"': '? "validation" : "train"' },
    also: [
      {
        change: {
          'if (place < validation) return "validation";': 'if (place < test) return "test";',
          '? "test" : "train"': '? "validation" : "train"',
        },
      },
    ],
  },
  {
    name: "shares-not-added",
    does: "compares with the share for testing alone",
    belief: "Testing begins where validation ends: its upper end is the sum of both shares.",
    hint: "validation 40, test 10: who is ever tested?",
    change: { "place < validation + test ?": "place < test ?" },
  },
  {
    name: "box-left-alone",
    does: "returns width and height as if they were the other corner",
    belief: "A COCO box gives a corner and a size; the opposite corner is their sum.",
    hint: "Is a box at x = 100 of width 30 to the left of itself?",
    change: { [ends]: "[x, y, width, height]" },
  },
  {
    name: "box-from-centre",
    does: "takes x and y for the middle of the box",
    belief: "Some formats give the centre; COCO gives the upper left corner.",
    hint: "Where is the corner of [10, 20, 30, 40]?",
    change: { [ends]: "[x - width / 2, y - height / 2, x + width / 2, y + height / 2]" },
    also: [{ change: { [ends]: "[x, y, x + width / 2, y + height / 2]" } }],
  },
  {
    name: "axes-swapped",
    does: "returns rows before columns",
    belief: "The contract asks for left, top, right, bottom: x before y.",
    hint: "What is the first number of corners([10, 20, 30, 40])?",
    change: { [ends]: "[y, x, y + height, x + width]" },
    also: [
      { change: { [ends]: "[x, y, x + height, y + width]" } },
      { change: { [ends]: "[x, x + width, y, y + height]" } },
      { change: { [ends]: "[y, x, y + width, x + height]" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "throw new Error(`parseRecord: ${bytes.length} bytes, but a record of side ${side} has ${1 + 3 * area}`);  ⇒  throw new Error(`parseRecord: ${bytes.length} bytes, but a record of side ${bytes} has ${1 + 3 * area}`);":
    "the side need not be in the message",
  "hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;  ⇒  hash = Math.imul(16777619, hash ^ character.charCodeAt(0)) >>> 0;":
    "a product does not mind the order of its factors",
};

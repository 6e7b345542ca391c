import type { Mistake } from "@termwise/check";

const shuffle = "const order = shuffle(this.x.length);";
const y = "y: rows.map((row) => this.y[row])";
const lengths = "if (x.length !== y.length) throw new Error(`DataLoader: ${x.length} rows but ${y.length} labels`);";
const positive =
  "if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`DataLoader: batch size ${options.size}`);";
const batches = "Math.ceil(this.x.length / this.options.size)";
const dealt = "Math.ceil(order.length / size)";
const cut = "const rows = order.slice(b * size, (b + 1) * size);";

const field = "private readonly options: Options;";
const kept = "this.options = options;";
const sizes = "!Number.isInteger(options.size) || options.size < 1";
/** Errors that the constructor does not raise, or that do not say what is wrong. */
const guards = (length: string, size: string) => ({ change: { [lengths]: length, [positive]: size } });
const sized = (wrong: string) => ({ change: { [sizes]: wrong } });

const mistakes: Mistake[] = [
  {
    name: "pairs-torn",
    does: "shuffles rows and labels separately",
    belief: "Two shuffles give two orders: one order of row numbers has to serve rows and labels alike.",
    hint: "Is y[i] still the label of x[i]?",
    change: {
      [shuffle]: `${shuffle}\n    const other = shuffle(this.y.length);`,
      [y]: "y: other.slice(b * size, (b + 1) * size).map((row) => this.y[row])",
    },
  },
  {
    name: "labels-in-place",
    does: "shuffles the rows and leaves the labels as they were",
    belief: "A label belongs to its row: whatever moves one must move the other.",
    hint: "What does shuffling do to y in your code?",
    change: { [y]: "y: this.y.slice(b * size, (b + 1) * size)" },
    also: [
      { change: { [y]: "y: rows.map((_, i) => this.y[b * size + i])" } },
      { change: { "x: rows.map((row) => this.x[row])": "x: this.x.slice(b * size, (b + 1) * size)" } },
      { change: { [y]: "y: this.y.slice(0, rows.length)" } },
    ],
  },
  {
    name: "last-batch-dropped",
    does: "leaves out the last batch when it is not full",
    belief: "The rows that are left over are rows too; who drops them has to say so.",
    hint: "Count the rows of one epoch.",
    change: { [dealt]: "Math.floor(order.length / size)" },
    also: [
      {
        change: {
          [dealt]: "Math.floor(order.length / size)",
          [batches]: "Math.floor(this.x.length / this.options.size)",
        },
      },
      {
        change: {
          [dealt]: "Math.max(Math.min(1, order.length), Math.floor(order.length / size))",
          [batches]: "Math.max(Math.min(1, this.x.length), Math.floor(this.x.length / this.options.size))",
        },
      },
      { change: { [dealt]: "Math.round(order.length / size)" } },
    ],
  },
  {
    name: "shuffled-each-batch",
    does: "shuffles anew for every batch",
    belief: "A new order in the middle of an epoch deals some rows twice and others not at all.",
    hint: "Count how often shuffle is called in one epoch.",
    change: {
      [shuffle]: "",
      [dealt]: "this.length",
      [cut]: "const rows = shuffle(this.x.length).slice(b * size, (b + 1) * size);",
    },
    also: [
      {
        change: { [shuffle]: "", [dealt]: "this.length", [cut]: "const rows = shuffle(this.x.length).slice(0, size);" },
      },
      {
        change: {
          [shuffle]: "",
          [dealt]: "this.length",
          [cut]: "const rows = shuffle(this.x.length).slice(0, Math.min(size, this.x.length - b * size));",
        },
      },
    ],
  },
  {
    name: "shuffled-within-batch",
    does: "cuts the rows in their stored order and shuffles inside each batch",
    belief:
      "Rows that are stored together then stay together for ever: the order is drawn for all rows before they are cut.",
    hint: "Can the first row ever be in the last batch?",
    change: {
      [shuffle]: "const order = [...this.x.keys()];",
      [cut]:
        "const part = order.slice(b * size, (b + 1) * size);\n      const rows = shuffle(part.length).map((k) => part[k]);",
    },
    also: [
      {
        change: {
          [cut]:
            "const part = order.slice(b * size, (b + 1) * size);\n      const rows = shuffle(part.length).map((k) => part[k]);",
        },
      },
    ],
  },
  {
    name: "shuffled-once",
    does: "shuffles once and deals every epoch in the same order",
    belief: "Each epoch has its own order, so that the same rows do not always stand together.",
    hint: "Compare the batches of two epochs.",
    change: {
      "private readonly options: Options;": "private readonly options: Options;\n  private order?: number[];",
      [shuffle]: "this.order ??= shuffle(this.x.length);\n    const order = this.order;",
    },
    also: [
      {
        change: {
          "private readonly options: Options;": "private readonly options: Options;\n  private order: number[];",
          "this.options = options;": "this.options = options;\n    this.order = options.shuffle(x.length);",
          [shuffle]: "const order = this.order;",
        },
      },
    ],
  },
  {
    name: "shuffled-early",
    does: "shuffles in the constructor as well",
    belief: "An order is drawn when an epoch begins. One drawn and thrown away shifts all that come after it.",
    hint: "Count the calls of shuffle before the first epoch.",
    change: { "this.options = options;": "this.options = options;\n    options.shuffle(x.length);" },
    also: [
      // The order of the first epoch is drawn before it begins, that of each later one when the one before it does.
      {
        change: {
          [field]: `${field}\n  private next: number[];`,
          [kept]: `${kept}\n    this.next = options.shuffle(x.length);`,
          [shuffle]: "const order = this.next;\n    this.next = shuffle(this.x.length);",
        },
      },
      // Only that of the first is.
      {
        change: {
          [field]: `${field}\n  private next?: number[];`,
          [kept]: `${kept}\n    this.next = options.shuffle(x.length);`,
          [shuffle]: "const order = this.next ?? shuffle(this.x.length);\n    this.next = undefined;",
        },
      },
      // The length asks for an order as well.
      {
        change: {
          [`return ${batches};`]: `return Math.ceil(this.options.shuffle(this.x.length).length / this.options.size);`,
        },
      },
    ],
  },
  {
    name: "not-shuffled",
    does: "deals the rows as they are stored",
    belief: "Stored rows are often sorted; a batch of one class only teaches the model that class.",
    hint: "Do you use what shuffle returns?",
    change: { [shuffle]: "const order = [...this.x.keys()];\n    shuffle(this.x.length);" },
    also: [
      { change: { [shuffle]: "const order = [...this.x.keys()];" } },
      { change: { [shuffle]: "const order = shuffle(this.x.length).sort((a, b) => a - b);" } },
      { change: { [shuffle]: "const order = [...shuffle(this.x.length)].sort((a, b) => a - b);" } },
    ],
  },
  {
    name: "batches-overlap",
    does: "moves on by one row instead of by a batch",
    belief: "Batches stand side by side: the next one begins where the last one ended.",
    hint: "Which rows are in your second batch?",
    change: { [cut]: "const rows = order.slice(b, b + size);" },
    also: [
      { change: { [cut]: "const rows = order.slice(b * size, (b + 1) * size + 1);" } },
      { change: { [dealt]: "Math.max(0, order.length - size + 1)", [cut]: "const rows = order.slice(b, b + size);" } },
      {
        change: {
          [dealt]: "Math.max(Math.min(1, order.length), order.length - size + 1)",
          [cut]: "const rows = order.slice(b, b + size);",
        },
      },
      { change: { [dealt]: "order.length", [cut]: "const rows = order.slice(b, b + size);" } },
      {
        change: {
          [dealt]:
            "size === 1 ? order.length : Math.max(Math.min(1, order.length), Math.ceil((order.length - 1) / (size - 1)))",
          [cut]: "const at = b * Math.max(1, size - 1);\n      const rows = order.slice(at, at + size);",
        },
      },
    ],
  },
  {
    name: "number-for-size",
    does: "takes size as the number of batches",
    belief: "size is how many rows a batch has.",
    hint: "Six rows, size 2: three batches or two?",
    change: {
      [batches]: "Math.ceil(this.x.length / Math.max(1, Math.ceil(this.x.length / this.options.size)))",
      [dealt]: "this.length",
      [cut]: `const per = Math.max(1, Math.ceil(order.length / size));
      const rows = order.slice(b * per, (b + 1) * per);`,
    },
    also: ["Math.min(this.options.size, this.x.length)", "this.x.length && this.options.size", batches].map(
      (count) => ({
        change: {
          [batches]: count,
          [dealt]: "Math.min(size, order.length)",
          [cut]: `const per = Math.ceil(order.length / size);
      const rows = order.slice(b * per, (b + 1) * per);`,
        },
      }),
    ),
  },
  {
    name: "length-counts-rows",
    does: "gives the number of rows as its length",
    belief: "The length of a loader is the number of its batches: that is how many steps an epoch takes.",
    hint: "Five rows, two at a time: how many steps?",
    change: { [`return ${batches};`]: "return this.x.length;" },
    also: [{ change: { [`return ${batches};`]: "return this.options.size;" } }],
  },
  {
    name: "no-guard",
    does: "accepts lists that do not belong together, or a size that is none",
    belief: "A label too few makes every later pair wrong or undefined, and nobody is told.",
    hint: "What should happen with three rows and two labels?",
    change: { [lengths]: "", [positive]: "" },
    also: [
      { change: { [lengths]: "" } },
      { change: { [positive]: "" } },
      ...[
        "options.size < 1",
        "options.size <= 0",
        "!(options.size >= 1)",
        "!Number.isInteger(options.size)",
        "!options.size",
        "!Number.isInteger(options.size) || options.size < 0",
      ].flatMap((wrong) => [sized(wrong), { change: { ...sized(wrong).change, [lengths]: "" } }]),
      { change: { "x.length !== y.length": "x.length < y.length" } },
      { change: { "x.length !== y.length": "x.length > y.length" } },
      { change: { "x.length !== y.length": "x.length !== y.length && x.length > 0" } },
      guards(
        'if (x.length !== y.length) throw new Error("lengths differ");',
        'if (!Number.isInteger(options.size) || options.size < 1) throw new Error("no size");',
      ),
      { change: { [lengths]: 'if (x.length !== y.length) throw new Error("lengths differ");' } },
      {
        change: { [positive]: 'if (!Number.isInteger(options.size) || options.size < 1) throw new Error("no size");' },
      },
    ],
  },
];
export default mistakes;

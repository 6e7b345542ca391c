import type { Mistake } from "@termwise/check";

const size = "const s = Math.floor(share * prices.length);";
const fit = "fitLine(prices.slice(0, s - 1), prices.slice(1, s))";
const present = "const present = prices.slice(s - 1, -1);";
const next = "const next = prices.slice(s);";
const line = "const line = present.map((price) => intercept + slope * price);";
const changes = "changes: { persistence: r2(change(next), change(present)), line: r2(change(next), change(line)) },";
const levels = "levels: { persistence: r2(next, present), line: r2(next, line) },";
const change = "later.map((price, i) => price - present[i])";
const score = "return missed === 0 ? 1 : 1 - missed / sum(actual.map((v) => (v - m) ** 2));";
const guard = "if (s < 3 || left < 2)";
const expected = "const expected = cost.map((row) => sum(row.map((c, k) => c * probabilities[k])));";
const cheapest = "return expected.indexOf(Math.min(...expected));";
const slope = "spread === 0 ? 0 : sum(x.map((v, i) => (v - mx) * (y[i] - my))) / spread";

const mistakes: Mistake[] = [
  {
    name: "split-at-random",
    does: "mixes days of the past and the future in both parts",
    belief: "Time has an order: whoever trains on tomorrow to forecast today knows what he could not have known.",
    hint: "Does your line see any day that is later than a day of the test?",
    change: {
      [fit]:
        "fitLine(prices.slice(0, -1).filter((_, t) => t % 2 === 0), prices.slice(1).filter((_, t) => t % 2 === 0))",
      [present]: "const present = prices.slice(0, -1).filter((_, t) => t % 2 === 1);",
      [next]: "const next = prices.slice(1).filter((_, t) => t % 2 === 1);",
    },
    also: [
      {
        change: {
          [fit]:
            "fitLine(prices.slice(0, -1).filter((_, t) => t % 4 !== 3), prices.slice(1).filter((_, t) => t % 4 !== 3))",
          [present]: "const present = prices.slice(0, -1).filter((_, t) => t % 4 === 3);",
          [next]: "const next = prices.slice(1).filter((_, t) => t % 4 === 3);",
        },
      },
      {
        change: {
          [fit]: "fitLine(prices.slice(left, -1), prices.slice(left + 1))",
          [present]: "const present = prices.slice(0, left - 1);",
          [next]: "const next = prices.slice(1, left);",
        },
      },
    ],
  },
  {
    name: "line-knows-everything",
    does: "fits the line to all days, those of the test included",
    belief: "A line that has seen the test days is not forecasting them.",
    hint: "Change the last price. Does the line change?",
    change: { [fit]: "fitLine(prices.slice(0, -1), prices.slice(1))" },
    also: [{ change: { [fit]: "fitLine(prices.slice(s - 1, -1), prices.slice(s))" } }],
  },
  {
    name: "one-pair-of-the-future",
    does: "lets the line see the first price of the test",
    belief: "The pair from the last training day to the first test day has its answer in the test.",
    hint: "How many pairs lie inside s prices?",
    change: { [fit]: "fitLine(prices.slice(0, s), prices.slice(1, s + 1))" },
  },
  {
    name: "first-test-day-skipped",
    does: "does not forecast the first price of the test part",
    belief: "On the evening before, the last price of the training part is known: that day can be forecast too.",
    hint: "How many forecasts do you judge when two prices are left?",
    change: { [present]: "const present = prices.slice(s, -1);", [next]: "const next = prices.slice(s + 1);" },
  },
  {
    name: "training-days-judged",
    does: "judges the forecasts on days of the training part too",
    belief: "How well a line fits the days it was made from says little about other days.",
    hint: "How many of your tested days come before day s?",
    change: { [present]: "const present = prices.slice(0, -1);", [next]: "const next = prices.slice(1);" },
    also: [
      { change: { [present]: "const present = prices.slice(0, s - 1);", [next]: "const next = prices.slice(1, s);" } },
    ],
  },
  {
    name: "sees-the-day-itself",
    does: "forecasts a price from that price itself",
    belief: "The forecast for tomorrow is made today: it knows today's price, not tomorrow's.",
    hint: "Is your persistence right every day?",
    change: {
      [levels]:
        "levels: { persistence: r2(next, next), line: r2(next, next.map((price) => intercept + slope * price)) },",
      [changes]:
        "changes: { persistence: r2(change(next), change(next)), line: r2(change(next), change(next.map((price) => intercept + slope * price))) },",
    },
    also: [
      {
        change: {
          [line]: "const line = next.map((price) => intercept + slope * price);",
        },
      },
      { change: { [fit]: "fitLine(prices.slice(0, s), prices.slice(0, s))" } },
    ],
  },
  {
    name: "last-known-price-for-ever",
    does: "forecasts the whole test from the last price of the training part",
    belief: "Each day is forecast on the evening before, when the price of that day is known.",
    hint: "Does your persistence change from day to day?",
    change: {
      [levels]: "levels: { persistence: r2(next, next.map(() => present[0])), line: r2(next, line) },",
      [changes]:
        "changes: { persistence: r2(change(next), change(next.map(() => present[0]))), line: r2(change(next), change(line)) },",
    },
    also: [
      {
        change: {
          [line]: "let at = present[0];\n  const line = present.map(() => (at = intercept + slope * at));",
        },
      },
      {
        change: {
          [line]: "let at = present[0];\n  const line = present.map(() => (at = intercept + slope * at));",
          [levels]: "levels: { persistence: r2(next, next.map(() => present[0])), line: r2(next, line) },",
          [changes]:
            "changes: { persistence: r2(change(next), change(next.map(() => present[0]))), line: r2(change(next), change(line)) },",
        },
      },
    ],
  },
  {
    name: "spread-of-the-prices-for-changes",
    does: "compares the errors of the changes with the spread of the prices",
    belief:
      "Each target is measured against its own spread: prices wander far, changes do not, so the same errors weigh more.",
    hint: "Are your two R² of persistence the same number?",
    change: { [changes]: "changes: { persistence: r2(next, present), line: r2(next, line) }," },
    also: [
      { change: { [changes]: "changes: { persistence: r2(next, present), line: r2(change(next), change(line)) }," } },
    ],
  },
  {
    name: "change-repeated",
    does: "lets persistence forecast that the last change comes again",
    belief: "Persistence says that the price stays: the change it implies is 0.",
    hint: "What does today's price as a forecast say about tomorrow's change?",
    change: {
      [changes]:
        "changes: { persistence: r2(change(next), present.map((price, i) => price - prices[s - 2 + i])), line: r2(change(next), change(line)) },",
    },
  },
  {
    name: "relative-changes",
    does: "divides the changes by the present price, or takes logarithms",
    belief: "The contract's change is next minus present price, in money.",
    hint: "What is your change from 8 to 6?",
    change: { [change]: "later.map((price, i) => price / present[i] - 1)" },
    also: [{ change: { [change]: "later.map((price, i) => Math.log(price / present[i]))" } }],
  },
  {
    name: "line-of-the-changes",
    does: "fits another line for the changes",
    belief: "There is one forecast of the price; the change it implies is that price minus the present one.",
    hint: "How many lines does the contract have?",
    change: {
      [changes]:
        "changes: { persistence: r2(change(next), change(present)), line: r2(change(next), ((d: number[]) => { const f = fitLine(d.slice(0, s - 2), d.slice(1, s - 1)); return d.slice(s - 2, -1).map((v) => f.intercept + f.slope * v); })(prices.slice(1).map((p, t) => p - prices[t]))) },",
    },
  },
  {
    name: "share-of-the-test",
    does: "takes the share for the test part",
    belief: "share is the part of the prices to train with; what is left is for the test.",
    hint: "Eight prices and share 0.75: how many are in your training part?",
    change: { [size]: "const s = prices.length - Math.floor(share * prices.length);" },
    also: [
      { change: { [size]: "const s = Math.floor((1 - share) * prices.length);" } },
      { change: { [size]: "const s = Math.round((1 - share) * prices.length);" } },
    ],
  },
  {
    name: "share-not-rounded-down",
    does: "rounds the size of the training part up, or to the nearest whole number",
    belief: "⌊share · n⌋ rounds down, always: a price that belongs to the training part in part only is for the test.",
    hint: "Six prices and share 0.75: how many are in your training part?",
    change: { [size]: "const s = Math.ceil(share * prices.length);" },
    also: [{ change: { [size]: "const s = Math.round(share * prices.length);" } }],
  },
  {
    name: "r2-without-the-one",
    does: "returns the share that is missed instead of the share that is explained",
    belief: "R² is 1 minus that share: 1 for the truth, 0 for the mean.",
    hint: "What is your R² of a perfect forecast?",
    change: { [score]: "return missed === 0 ? 0 : missed / sum(actual.map((v) => (v - m) ** 2));" },
    also: [{ change: { [score]: "return missed / sum(actual.map((v) => (v - m) ** 2));" } }],
  },
  {
    name: "spread-around-zero",
    does: "measures the spread around 0, or around the mean of the forecast",
    belief: "R² compares with the best constant in hindsight, the mean of the actual values.",
    hint: "Add 1000 to all actual values and forecasts. Should R² change?",
    change: { "const m = mean(actual);": "const m = 0;" },
    also: [
      {
        change: {
          "const m = mean(actual);": "const m = 0;",
          [score]:
            "if (actual.every((v) => v === actual[0])) return missed === 0 ? 1 : -Infinity;\n  return missed === 0 ? 1 : 1 - missed / sum(actual.map((v) => (v - m) ** 2));",
        },
      },
      { change: { "const m = mean(actual);": "const m = mean(forecast);" } },
    ],
  },
  {
    name: "squared-correlation",
    does: "returns the squared correlation of forecast and truth",
    belief: "Correlation forgives a forecast that is always too high, or twice too large; R² does not.",
    hint: "What is your R² of [2, 3, 7] for [1, 2, 6]?",
    change: {
      [score]:
        "const f = mean(forecast);\n  const both = sum(actual.map((v, i) => (v - m) * (forecast[i] - f)));\n  return missed === 0 ? 1 : both ** 2 / sum(actual.map((v) => (v - m) ** 2)) / sum(forecast.map((v) => (v - f) ** 2));",
    },
    also: [
      {
        change: {
          [score]:
            "const f = mean(forecast);\n  const both = sum(actual.map((v, i) => (v - m) * (forecast[i] - f)));\n  const own = sum(forecast.map((v) => (v - f) ** 2));\n  if (actual.every((v) => v === actual[0])) return missed === 0 ? 1 : -Infinity;\n  return missed === 0 ? 1 : own === 0 ? 0 : both ** 2 / sum(actual.map((v) => (v - m) ** 2)) / own;",
        },
      },
    ],
  },
  {
    name: "r2-cut-at-zero",
    does: "never lets R² fall below 0",
    belief: "A forecast can be worse than the mean, and then R² is negative. That is what has to be seen.",
    hint: "What is your R² of [6, 2, 1] for [1, 2, 6]?",
    change: { [score]: "return missed === 0 ? 1 : Math.max(0, 1 - missed / sum(actual.map((v) => (v - m) ** 2)));" },
    also: [
      { change: { [score]: "return missed === 0 ? 1 : Math.abs(1 - missed / sum(actual.map((v) => (v - m) ** 2)));" } },
    ],
  },
  {
    name: "no-spread-no-number",
    does: "divides by a spread of 0 without a thought, or returns 0 for it",
    belief: "If all actual values are equal, a right forecast has 1 and any other −Infinity.",
    hint: "What is your R² of [4, 4] for [4, 4], and of [4, 5]?",
    change: { [score]: "return 1 - missed / sum(actual.map((v) => (v - m) ** 2));" },
    also: [
      {
        change: {
          [score]:
            "const spread = sum(actual.map((v) => (v - m) ** 2));\n  return spread === 0 ? 0 : 1 - missed / spread;",
        },
      },
      {
        change: {
          [score]:
            "const spread = sum(actual.map((v) => (v - m) ** 2));\n  return spread === 0 ? 1 : 1 - missed / spread;",
        },
      },
      {
        change: {
          [score]:
            "const spread = sum(actual.map((v) => (v - m) ** 2));\n  return spread === 0 ? NaN : 1 - missed / spread;",
        },
      },
    ],
  },
  {
    name: "line-through-the-origin",
    does: "fits a line without an intercept",
    belief: "The best line goes through the point of the two means, not through 0.",
    hint: "What does your line say for x = 0?",
    change: { "const [mx, my] = [mean(x), mean(y)];": "const [mx, my] = [0 * mean(x), 0];" },
    also: [{ change: { "intercept: my - slope * mx": "intercept: 0" } }],
  },
  {
    name: "line-turned-round",
    does: "exchanges x and y in the line",
    belief: "The next price is forecast from the present one: errors are counted in y.",
    hint: "Which of the two lists has the errors that are squared?",
    change: { "const spread = sum(x.map((v) => (v - mx) ** 2));": "const spread = sum(y.map((v) => (v - my) ** 2));" },
    also: [
      { change: { [fit]: "fitLine(prices.slice(1, s), prices.slice(0, s - 1))" } },
      { change: { "intercept: my - slope * mx": "intercept: mx - slope * my" } },
    ],
  },
  {
    name: "level-line-divides-by-zero",
    does: "divides by 0 where all x are equal",
    belief: "Points above one another have no slope that could be found; the contract takes 0.",
    hint: "Which line do you fit through one point?",
    change: { [slope]: "sum(x.map((v, i) => (v - mx) * (y[i] - my))) / spread" },
  },
  {
    name: "few-prices-accepted",
    does: "goes on with too few prices",
    belief:
      "A line through one pair is arbitrary, and the R² of one day is 1 or −Infinity: better no number than that.",
    hint: "How many pairs have 2 training prices?",
    change: { [guard]: "if (s < 0 || left < 0)" },
    also: [{ change: { [guard]: "if (s < 3)" } }, { change: { [guard]: "if (left < 2)" } }],
  },
  {
    name: "likeliest-outcome-decides",
    does: "chooses by the most probable outcome alone",
    belief: "A rare outcome that is very dear can outweigh a likely one that is cheap.",
    hint: "Rain is unlikely and would ruin the harvest. Do you cover it?",
    change: {
      [expected]:
        "const likely = probabilities.indexOf(Math.max(...probabilities));\n  const expected = cost.map((row) => row[likely]);",
    },
    also: [
      { change: { [expected]: "const expected = cost.map((_, a) => -(probabilities[a] ?? 0));" } },
      { change: { [cheapest]: "return expected.length > 0 ? probabilities.indexOf(Math.max(...probabilities)) : 0;" } },
    ],
  },
  {
    name: "costs-without-probabilities",
    does: "chooses by the costs without their probabilities: by their sum, or by the worst case",
    belief: "A cost counts as much as it is likely.",
    hint: "Change the probabilities. Does your action change?",
    change: { [expected]: "const expected = cost.map((row) => sum(row) + 0 * probabilities.length);" },
    also: [
      { change: { [expected]: "const expected = cost.map((row) => Math.max(...row) + 0 * probabilities.length);" } },
      {
        change: {
          [expected]: "const expected = cost.map((row) => Math.max(...row.map((c, k) => c * probabilities[k])));",
        },
      },
    ],
  },
  {
    name: "costs-transposed",
    does: "reads the costs with outcome and action exchanged",
    belief: "cost[a][k] has the action first: a row is everything that can happen after one action.",
    hint: "How many rows has cost, and how many actions are there?",
    change: {
      [expected]:
        "const expected = cost.map((_, a) => sum(cost.map((row, k) => (row[a] ?? 0) * (probabilities[k] ?? 0))));",
    },
    also: [
      {
        change: {
          [expected]:
            "const expected = cost[0].map((_, a) => sum(cost.map((row, k) => row[a] * (probabilities[k] ?? 0))));",
        },
      },
    ],
  },
  {
    name: "dearest-action",
    does: "chooses the action with the largest expected cost",
    belief: "A cost is to be small. The largest is right only for gains.",
    hint: "Is it cost or gain that the numbers mean?",
    change: { [cheapest]: "return expected.indexOf(Math.max(...expected));" },
  },
  {
    name: "last-of-equals",
    does: "takes the last of several equally cheap actions",
    belief: "The contract settles ties for the first.",
    hint: "< or ≤ in your search?",
    change: { [cheapest]: "return expected.lastIndexOf(Math.min(...expected));" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const slope = spread === 0 ? 0 : sum(x.map((v, i) => (v - mx) * (y[i] - my))) / spread;  ⇒  const slope = spread === 0 ? 0 : sum(x.map((v, i) => (v + mx) * (y[i] - my))) / spread;":
    "deviations from a mean sum to 0, so a constant in the other factor changes nothing",
  "const slope = spread === 0 ? 0 : sum(x.map((v, i) => (v - mx) * (y[i] - my))) / spread;  ⇒  const slope = spread === 0 ? 0 : sum(x.map((v, i) => (v - mx) * (y[i] + my))) / spread;":
    "deviations from the mean sum to 0, so a constant added to y changes nothing",
  "const present = prices.slice(s - 1, -1);  ⇒  const present = prices.slice(s - 1);":
    "R² looks at as many forecasts as there are actual values",
  "const sum = (list: readonly number[]): number => list.reduce((total, v) => total + v, 0);  ⇒  const sum = (list: readonly number[]): number => list.reduce((total, v) => total + v);":
    "no list here is empty, and the sum may begin with its first number",
};

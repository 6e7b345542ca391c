/** Results of check(…) in the reader's own exercise notebooks, work/exercises/, go into work/progress.json. */
"use strict";
const path = require("node:path");

/** Elsewhere nothing is noted: the tour hands in right answers, too, and they are not the reader's. */
exports.checked = function checked({ id, state, score, points }, folder = process.cwd()) {
  if (state !== "graded" || path.basename(folder) !== "exercises") return;
  try {
    const { progressFile, updateProgress, workFolderOf } = require("../learner/progress/file.ts");
    const { exerciseChecked } = require("../learner/progress/record.ts");
    const work = workFolderOf(folder);
    if (work === null) return;
    const { note } = updateProgress(progressFile(work), exerciseChecked(id, { score, points }));
    if (note) console.warn(note);
  } catch (error) {
    console.warn(`Your progress could not be noted: ${error.message}`);
  }
};

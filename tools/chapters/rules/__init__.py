"""One kind of rule a file: each exports `faults(page, plan)`, an iterator of what breaks it."""

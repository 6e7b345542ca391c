/** The error of every chart function: the numbers, options or text cannot make the figure. */
import { TermwiseError } from "../core/errors.ts";

export class FigureError extends TermwiseError {
  override readonly name = "FigureError";
}

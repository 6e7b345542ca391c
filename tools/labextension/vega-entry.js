/** What the extension needs of Vega, in one file. */
import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

globalThis.termwiseVega = { embed, expressionInterpreter };

/** The options of `npm start`. */

export const help = `npm start -- [options]

Sets the course up where that is needed, then serves JupyterLab and the book on this machine.

  --port N         JupyterLab's port (default: the first free one from 8888); the book takes the next free one
  --no-browser     print the addresses, open nothing
  --reset CHAPTER  put the course's own version of a chapter's files back into work/ and end (ch05, start-here or all);
                   yours are kept beside them
  --help           this text

Ctrl-C ends everything that it started. npm run update brings a newer course, npm run doctor looks for what is wrong.
`;

/**
 * @param {readonly string[]} args
 * @returns {{ help?: boolean, error?: string, port?: number, browser: boolean, reset: string[] }}
 */
export function readOptions(args) {
  const options = { browser: true, reset: [] };
  const queue = args.flatMap((arg) => (/^--\w+=/.test(arg) ? arg.split(/=(.*)/, 2) : [arg]));
  while (queue.length > 0) {
    const arg = queue.shift();
    if (arg === "--help" || arg === "-h") options.help = true;
    else if (arg === "--no-browser") options.browser = false;
    else if (arg === "--port") options.port = Number(queue.shift());
    else if (arg === "--reset") options.reset.push(queue.shift() ?? "");
    else return { ...options, error: `npm start does not know ${JSON.stringify(arg)}.` };
  }
  return { ...options, ...mistake(options) };
}

function mistake({ port, reset }) {
  if (port !== undefined && !(Number.isInteger(port) && port >= 1024 && port <= 65535)) {
    return { error: "--port needs a number from 1024 to 65535." };
  }
  const odd = reset.find((name) => !/^(ch\d\d|start-here|syllabus|all)$/.test(name));
  if (odd !== undefined)
    return { error: `--reset needs a chapter such as ch05, or start-here, or all; not ${JSON.stringify(odd)}.` };
  return {};
}

// The kernel's conversation with Jupyter, where stock tslab loses output, errors or cells. See README.md beside this file.
const { begin } = require("./cells.cjs");
const { describe } = require("./failure.cjs");

const FLUSH_MS = 50; // text is sent at most this often, so that a loop of prints cannot flood a server
const DRAIN_MS = 25; // after an error: time for requests that were already on their way

/** The console that tslab's executor reports failed cells to; everything else still prints. */
const failures = {
  reports: [],
  log: (...values) => console.log(...values),
  error: (...values) => failures.reports.push(values),
};

/** Collects what a cell prints into few messages, in the order in which it was printed. */
function textStream(send) {
  let name = "";
  let text = "";
  let timer = null;
  let sentAt = 0;
  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (!text) return;
    send(name, text);
    text = "";
    sentAt = Date.now();
  };
  const write = (to, more) => {
    if (to !== name) flush();
    name = to;
    text += more;
    if (Date.now() - sentAt > FLUSH_MS || text.length > 65536) flush();
    else timer ??= setTimeout(flush, FLUSH_MS);
  };
  return { write, flush };
}

/** Sends must never wait or be dropped: a synchronous cell gives the socket no time to drain. */
function unboundedPublisher(zeromq) {
  class Publisher extends zeromq.Publisher {
    constructor(options) {
      super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
    }
  }
  return { ...zeromq, Publisher };
}

/** Changes the classes of tslab's jupyter.js in place. */
function repair({ JupyterHandlerImpl, ZmqServer }, typescriptVersion) {
  const handler = JupyterHandlerImpl.prototype;
  const server = ZmqServer.prototype;
  const stock = { ...methods(handler), ...methods(server) };

  handler.handleKernel = function () {
    const reply = stock.handleKernel.call(this);
    Object.assign(reply.language_info, { codemirror_mode: "typescript", version: typescriptVersion });
    return reply;
  };
  // All sockets must be bound before the first request is answered, or the answer fails with EBUSY.
  server.bindSocket = function (socket, port) {
    this.bound = Promise.all([this.bound, stock.bindSocket.call(this, socket, port)]);
    return this.bound;
  };
  server.handleShellMessage = async function (...message) {
    await this.bound;
    return stock.handleShellMessage.apply(this, message);
  };
  // A cell that waits for another one is not busy yet.
  server.publishStatus = function (status, parent) {
    if (status === "busy" && parent.header.msg_type === "execute_request" && !parent.started) return;
    stock.publishStatus.call(this, status, parent);
  };
  server.handleCommInfoRequest = function (socket, message) {
    reply(this, message, "comm_info_reply", { status: "ok", comms: {} }, socket);
  };
  server.handleExecute = execute;
  // Timers that a reader's cell left behind must not keep a kernel that was told to go.
  server.close = function () {
    stock.close.call(this);
    setTimeout(() => process.exit(0), 100);
  };
}

const methods = (prototype) =>
  Object.fromEntries(Object.getOwnPropertyNames(prototype).map((name) => [name, prototype[name]]));

function reply(server, message, type, content, socket = server.iopub) {
  const out = message.createReply();
  out.header.msg_type = type;
  out.content = content;
  out.signAndSend(server.connInfo.key, socket);
}

/** Cells run one after the other. tslab's own queue skips every cell of the 200 ms after a failure. */
function execute(socket, message) {
  const ticket = (this.tickets = (this.tickets ?? 0) + 1);
  const before = this.turn;
  this.turn = (async () => {
    await before;
    await new Promise(setImmediate); // the one before has said that it is idle
    message.started = true;
    this.publishStatus("busy", message);
    const aborted = ticket <= this.abortedUpTo;
    const result = aborted ? { status: "aborted" } : await run(this, message);
    reply(this, message, "execute_reply", result, socket);
  })();
  return this.turn;
}

async function run(server, message) {
  const { code, silent, stop_on_error } = message.content;
  const { handler } = server;
  const publish = (type, content) => reply(server, message, type, content);
  const text = textStream((name, chunk) => publish("stream", { name, text: chunk }));
  const display = (content, update) => {
    text.flush();
    publish(update ? "update_display_data" : "display_data", content);
  };
  const execution_count = handler.execCount + 1;
  if (!silent) publish("execute_input", { code, execution_count });
  begin(execution_count, code);
  failures.reports = [];
  try {
    await handler.handleExecuteImpl(message.content, text.write, display);
    text.flush();
    return { status: "ok", execution_count, user_expressions: {}, payload: [] };
  } catch (reason) {
    text.flush();
    if (reason.count === undefined) failures.error(reason); // not the cell's fault: the kernel's
    const error = describe(failures.reports, code);
    publish("error", error);
    if (stop_on_error !== false) {
      // What was sent before this failure became known is aborted; what is sent after the reply always runs.
      await new Promise((done) => setTimeout(done, DRAIN_MS));
      server.abortedUpTo = server.tickets;
    }
    return { status: "error", execution_count, ...error };
  }
}

module.exports = { failures, repair, unboundedPublisher };

/** Runs a cell the way JupyterLab does: through the server's address, with its token. */

interface Message {
  readonly header: { readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  readonly content: { readonly text?: string; readonly status?: string; readonly evalue?: string };
}

/** Starts a kernel in `path`, runs `code`, returns what was printed. The kernel keeps running, as in an open notebook. */
export async function runCell(server: URL, path: string, code: string): Promise<string> {
  const token = server.searchParams.get("token") ?? "";
  const headers = { authorization: `token ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ name: "tslab", path });
  const started = await fetch(new URL("/api/kernels", server), { method: "POST", headers, body });
  if (!started.ok) throw new Error(`no kernel: ${started.status} ${await started.text()}`);
  const { id } = (await started.json()) as { id: string };
  const socket = new WebSocket(`ws://${server.host}/api/kernels/${id}/channels?token=${token}&session_id=test`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("the kernel's channel does not open"));
  });
  try {
    return await execute(socket, code);
  } finally {
    socket.close();
  }
}

function execute(socket: WebSocket, code: string): Promise<string> {
  const header = {
    msg_id: "cell-1",
    msg_type: "execute_request",
    session: "test",
    username: "",
    date: "",
    version: "5.3",
  };
  const content = {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  };
  return new Promise((resolve, reject) => {
    let printed = "";
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.parent_header.msg_id !== "cell-1") return;
      printed += message.content.text ?? "";
      if (message.header.msg_type !== "execute_reply") return;
      if (message.content.status === "ok") setTimeout(() => resolve(printed), 200);
      else reject(new Error(`the cell failed: ${message.content.evalue}\n${printed}`));
    };
    socket.send(JSON.stringify({ header, parent_header: {}, metadata: {}, content, channel: "shell", buffers: [] }));
  });
}

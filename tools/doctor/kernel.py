"""Starts the notebook kernel, lets it compute one line of TypeScript and prints what came back."""

import sys

from jupyter_client.manager import start_new_kernel

CODE = "const trial: number[] = [1, 2, 3]; console.log(trial.map((x) => x * x).join(' '));"


def main() -> int:
    printed: list[str] = []
    manager, client = start_new_kernel(kernel_name="tslab", startup_timeout=60)
    try:
        reply = client.execute_interactive(CODE, timeout=60, output_hook=lambda message: printed.append(text(message)))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    print("".join(printed).strip())
    return 0 if reply["content"]["status"] == "ok" else 1


def text(message: dict) -> str:
    content = message["content"]
    return content.get("text", "") or content.get("evalue", "")


sys.exit(main())

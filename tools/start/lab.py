"""Runs JupyterLab, and ends it cleanly, kernels and all, once the program that started it is gone."""

import os
import signal
import sys
import threading

from jupyterlab.labapp import main


def end_with_parent() -> None:
    sys.stdin.buffer.read()  # the parent holds the other end: this returns when it exits, however it exits
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()
sys.exit(main())

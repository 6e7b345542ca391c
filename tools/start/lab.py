"""Runs JupyterLab, and ends it cleanly, kernels and all, once the program that started it is gone."""

import os
import signal
import sys
import threading

from jupyterlab.labapp import main


def end_with_parent() -> None:
    while os.read(0, 1024):  # the parent holds the other end: this ends when it exits, however it exits
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()
sys.exit(main())

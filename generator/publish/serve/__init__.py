"""A site shown on this machine while it is written: built again whenever a file of it changes.

    watch.py    waits for a change
    loop.py     builds, keeps the last good site, says what is wrong
    shown.py    what is shown now, and what stands at each address of it
    panel.py    the list of problems that is laid over the pages, in the answer only
    server.py   HTTP, for this machine alone
    live.js     asks once a second whether there is something new; live.css, the panel's look

Nothing of this is in the folder that was built: it stays what `site` would publish.
"""

from .loop import Made, serve
from .server import PortTakenError

__all__ = ["Made", "PortTakenError", "serve"]

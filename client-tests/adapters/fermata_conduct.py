"""Judges your client in a test. Start `fermata serve` first. `check` creates a world, starts a scenario in it, runs the
client, and raises if the client broke rules of conduct. Copy this file; it needs only Python 3.8."""
import json
import os
import urllib.request
import uuid
from collections import namedtuple

SERVER = os.environ.get("FERMATA_URL", "http://127.0.0.1:8480")
Desk = namedtuple("Desk", "flat_url scoreflow_url token")


def check(client, scenario=None, rules="omr-import"):
    """Judges a client: a function with a Desk as its argument. If it raises, it counts as having reported a failure.

    scenario: the name of a scenario; none by default. rules: the set of rules, or one rule.
    """
    name = f"check-{uuid.uuid4()}"
    world = f"/_fermata/worlds/{name}"
    _control("PUT", world)
    try:
        if scenario:
            _control("POST", f"{world}/scenarios", {"name": scenario})
        try:
            client(Desk(f"{SERVER}/v2", f"{SERVER}/api", f"fermata_{name}_client"))
            ending = "succeeded"
        except Exception:
            ending = "failed"
        judged = _control("POST", f"{world}/conduct", {"rules": rules, "ending": ending})
        if not judged["passed"]:
            raise AssertionError(_complaint(judged["verdicts"]))
        return judged["verdicts"]
    finally:
        _control("DELETE", world)


def _complaint(verdicts):
    broken = [verdict for verdict in verdicts if verdict["verdict"] in ("fail", "error")]
    lines = [f"{verdict['rule']}: {piece['sentence']}" for verdict in broken for piece in verdict["evidence"]]
    return "\n".join(lines) or "no rule was exercised: did the client call Fermata with the token?"


def _control(method, path, body=None):
    headers = {"Content-Type": "application/json"} if body else {}
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(urllib.request.Request(SERVER + path, data, headers, method=method)) as answer:
        return json.loads(answer.read() or "null")

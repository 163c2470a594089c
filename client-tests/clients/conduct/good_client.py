"""Has a PDF recognized by Flat's OMR jobs and by ScoreFlow, using only the standard library, and keeps all the rules."""
import base64
import json
import os
import re
import sys
import time
import urllib.error
import urllib.request
import uuid

FLAT, SCOREFLOW = os.environ["FERMATA_FLAT_URL"], os.environ["FERMATA_SCOREFLOW_URL"]
TOKEN = os.environ["FERMATA_TOKEN"]
PATIENCE = int(os.environ["FERMATA_PATIENCE"])
PDF = open(os.environ["FERMATA_PDF"], "rb").read()
TRIES = 4


class Failure(Exception):
    """The message for the user."""


def once(method, url, body, content_type):
    headers = {"Authorization": "Bearer " + TOKEN, **({"Content-Type": content_type} if body else {})}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers, method=method), timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()
    except (OSError, urllib.error.URLError):
        return 0, {}, b""  # the line broke


def call(method, url, body=None, content_type="application/json", keyed=False):
    """Makes a request, and retries it if that is allowed: a request that may have been charged needs a key."""
    for attempt in range(TRIES):
        status, headers, content = once(method, url, body, content_type)
        if 200 <= status < 300:
            return status, headers, content
        limited = status == 403 and b"API_RATE_LIMIT_EXCEEDED" in content
        refused = status in (429, 503)
        unknown = status == 0 or status >= 500
        if limited:
            time.sleep(max(0.0, int(headers["X-RateLimit-Reset"]) - time.time()) + 0.1)
        elif refused or (unknown and (method == "GET" or keyed)):
            time.sleep(2**attempt)
        else:
            break
    raise Failure(f"{method} {url}: {status or 'the line broke'} {content[:200]!r}")


def follow(url, field, done, failed, pause, give_up=lambda: None):
    """Polls until the job has ended; an unknown state is not final."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(pause)
        job = json.loads(call("GET", url)[2])
        if job.get(field) == done:
            return
        if job.get(field) in failed:
            raise Failure(f"the job failed: {job}")
    give_up()
    raise Failure("the job takes too long")


def draft():
    body = {"output": "musicxml", "idempotencyKey": str(uuid.uuid4())}
    body["files"] = [{"file": base64.b64encode(PDF).decode(), "filename": "music.pdf"}]
    return json.loads(call("POST", FLAT + "/omr/jobs", json.dumps(body).encode(), keyed=True)[2])


def flat():
    asked = draft()  # what would it cost?
    call("POST", f"{FLAT}/omr/jobs/{asked['id']}/cancel")
    job = draft()
    url = f"{FLAT}/omr/jobs/{job['id']}"
    call("POST", url + "/start")
    # without this the job keeps running and is charged
    follow(url, "status", "done", ("error", "canceled"), pause=3, give_up=lambda: call("POST", url + "/cancel"))
    call("GET", url + "/exports/musicxml")
    page = FLAT + "/omr/jobs?limit=1"
    while page:
        link = call("GET", page)[1].get("Link", "")
        found = re.search(r'<([^>]+)>; *rel="next"', link)
        page = found and found.group(1)


def scoreflow():
    boundary = uuid.uuid4().hex
    form = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="pdf"; filename="music.pdf"\r\n\r\n'.encode()
        + PDF
        + f'\r\n--{boundary}\r\nContent-Disposition: form-data; name="type"\r\n\r\nmidi\r\n--{boundary}--\r\n'.encode()
    )
    accepted = call("POST", SCOREFLOW + "/convert", form, "multipart/form-data; boundary=" + boundary)
    conversion = json.loads(accepted[2])["conversionId"]
    follow(f"{SCOREFLOW}/convert/status/{conversion}", "status", "completed", ("failed",), pause=5)
    call("GET", f"{SCOREFLOW}/convert/download/{conversion}")


failures = []
for vendor in (flat, scoreflow):
    try:
        vendor()
    except Failure as failure:
        failures.append(f"{vendor.__name__}: {failure}")
print("\n".join(failures) or "recognized by both")
sys.exit(1 if failures else 0)

"""A typical client with requests: reads one call from each line, and prints the answer as it read it."""

import base64
import json
import sys

import requests


def call(asked):
    headers = asked.get("headers", {})
    authorization = {"Authorization": headers["Authorization"]} if "Authorization" in headers else {}
    more = {}
    if "json" in asked:
        more["json"] = asked["json"]
    elif "form" in asked:
        form = asked["form"]
        # requests sends a multipart form only for files, so a text without a file is passed as one.
        more["files"] = {"type": (None, form["type"])}
        if form["fileName"]:
            more["files"]["pdf"] = (form["fileName"], base64.b64decode(form["pdf"]), "application/pdf")
    answer = requests.request(
        asked["method"],
        asked["url"] + asked["path"],
        params=asked.get("query"),
        headers=authorization,
        timeout=30,
        **more,
    )
    is_json = answer.headers.get("Content-Type", "").startswith("application/json")
    return {"status": answer.status_code, **({"read": answer.json()} if is_json else {"size": len(answer.content)})}


for line in sys.stdin:
    try:
        said = call(json.loads(line))
    except requests.RequestException as failed:
        said = {"status": 0, "read": {"error": str(failed)}}
    print(json.dumps(said), flush=True)

"""Tests of a program in Python against `bedrock serve`. Run: pip install boto3 pytest; pytest"""
import json
import os
import shlex
import subprocess

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

SCRIPT = os.path.join(os.path.dirname(__file__), "..", "tides.json")


@pytest.fixture(scope="module")
def bedrock():
    command = shlex.split(os.environ.get("BEDROCK", "bedrock")) + ["serve", "--script", SCRIPT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        line = json.loads(server.stdout.readline())
        yield boto3.client(
            "bedrock-runtime",
            endpoint_url=line["url"],
            region_name=line["region"],
            aws_access_key_id=line["accessKeyId"],
            aws_secret_access_key=line["secretAccessKey"],
            config=Config(retries={"total_max_attempts": 1}),
        )
        server.terminate()


def ask(bedrock, model, text="When is high water?"):
    return bedrock.converse(modelId=model, messages=[{"role": "user", "content": [{"text": text}]}])


def test_answer(bedrock):
    assert ask(bedrock, "amazon.nova-lite-v1:0")["output"]["message"]["content"][0]["text"] == "At nine."


def test_stream(bedrock):
    stream = bedrock.converse_stream(
        modelId="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": [{"text": "When is high water?"}]}])["stream"]
    assert "".join(e["contentBlockDelta"]["delta"]["text"] for e in stream if "contentBlockDelta" in e) == "At nine."


def test_throttled(bedrock):
    with pytest.raises(ClientError) as error:
        ask(bedrock, "amazon.nova-micro-v1:0")
    assert error.value.response["Error"]["Code"] == "ThrottlingException"

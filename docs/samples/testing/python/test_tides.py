"""Tests of a program in Python against `bedrock serve`. Run: pip install boto3; python -m unittest"""
import json
import os
import shlex
import subprocess
import unittest

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tides.json")
MESSAGES = [{"role": "user", "content": [{"text": "When is high water?"}]}]


class Tides(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        command = shlex.split(os.environ.get("BEDROCK", "bedrock")) + ["serve", "--script", SCRIPT]
        cls.server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = json.loads(cls.server.stdout.readline())
        cls.bedrock = boto3.client(
            "bedrock-runtime",
            endpoint_url=line["url"],
            region_name=line["region"],
            aws_access_key_id=line["accessKeyId"],
            aws_secret_access_key=line["secretAccessKey"],
            config=Config(retries={"total_max_attempts": 1}),
        )

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.communicate()

    def test_answer(self):
        answer = self.bedrock.converse(modelId="amazon.nova-lite-v1:0", messages=MESSAGES)
        self.assertEqual(answer["output"]["message"]["content"][0]["text"], "At nine.")

    def test_stream(self):
        events = self.bedrock.converse_stream(modelId="amazon.nova-lite-v1:0", messages=MESSAGES)["stream"]
        pieces = [e["contentBlockDelta"]["delta"]["text"] for e in events if "contentBlockDelta" in e]
        self.assertEqual("".join(pieces), "At nine.")

    def test_throttled(self):
        with self.assertRaises(ClientError) as caught:
            self.bedrock.converse(modelId="amazon.nova-micro-v1:0", messages=MESSAGES)
        self.assertEqual(caught.exception.response["Error"]["Code"], "ThrottlingException")


if __name__ == "__main__":
    unittest.main()

using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.CommandLine;
using Bedrock.Toolkit.CommandLine.Verification;
using Bedrock.Toolkit.CommandLine.Verification.Checks;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.CommandLine;

/// <summary>Faults of a service, planted one by one: the checks that exist for them name them, and no others.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class VerifyFaultTests
{
    private static readonly Dictionary<string, (string Family, Change Change, string Observed, string[] Failed)> Faults = new()
    {
        ["a count of tokens is wrong"] = ("count-tokens", Json("/count-tokens", answer => answer["inputTokens"] = 1), "1",
            ["count-tokens-converse", "count-tokens-invoke"]),
        ["tokens do not add up"] = ("structured-output", Json("/converse", answer => answer["usage"]!["totalTokens"] = 3), "3",
            ["structured-output-tool", "structured-output-native"]),
        ["a stream is cut"] = ("claude", Bytes("-stream", body => body[..(body.Length / 2)]), "BedrockIncompleteStreamException", ["claude-stream"]),
        ["a stream has no end mark"] = ("claude", Bytes("-stream", WithoutLastFrame), "BedrockIncompleteStreamException", ["claude-stream"]),
        ["a stream has no event"] = ("nova", Bytes("-stream", _ => []), "BedrockIncompleteStreamException", ["nova-stream"]),
        ["vectors are too short"] = ("titan-embeddings", Json("/invoke", answer => (answer["embedding"] as JsonArray)?.RemoveAt(0)), "1023",
            ["titan-embed", "titan-embed-256", "titan-embed-multimodal"]),
        ["vectors are not of length 1"] = ("titan-embeddings", Json("/invoke", answer => answer["embedding"]![0] = 5), "5",
            ["titan-embed", "titan-embed-256"]),
        ["tool arguments are no object"] = ("tools", Json("/converse", BreakArguments), "arguments that cannot be read",
            ["tools-call", "tools-loop-nova", "tools-loop-claude"]),
        ["an unknown model is another error"] = ("errors", NotFound, "ResourceNotFoundException, status 404",
            ["error-unknown-model", "error-unknown-model-stream"]),
        ["keys of nobody are accepted"] = ("errors", Accepting, "an answer", ["error-unknown-credentials", "error-unknown-api-key"]),
        ["a typed answer breaks its schema"] = ("structured-output", Json("/converse", BreakSchema), "BedrockStructuredOutputException at $.guests",
            ["structured-output-tool"]),
        ["an image is none"] = ("stability", Json("/invoke", answer => answer["images"]![0] = "bm8gaW1hZ2U="), "bytes that are no image",
            ["stability-image", "stability-service"]),
        ["ranks are in the wrong order"] = ("rerank", Json("/invoke", Reverse), "scores that do not", ["rerank-cohere", "rerank-amazon"]),
        ["a door tells no usage"] = ("doors", Json("/chat/completions", answer => answer.Remove("usage")), "none", ["door-chat", "door-mantle"]),
        ["an error under status 200"] = ("nova", Replaced("/invoke", 200, """{"message":"The model is busy."}"""), "", ["nova-invoke", "nova-any-id"]),
    };

    private delegate Task<HttpResponseMessage> Change(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send);

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_PlantedFault_IsNamedByItsChecks(string name)
    {
        (string family, Change change, string observed, string[] failed) = Faults[name];
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        VerifyOutcome outcome = await trial.RunAsync(family, () => new ChangingHandler(change));
        CheckResult[] failures = [.. outcome.Results.Where(result => result.Status == CheckStatus.Failed)];
        Assert.Equal(failed, failures.Select(result => result.Check.Id));
        Assert.Contains(failures, result => result.Observed!.Contains(observed, StringComparison.Ordinal));
        Assert.Equal(0, outcome.Count(CheckStatus.NotRun));
    }

    [Fact]
    public async Task Run_NoFault_FailsNothing()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();
        foreach (string family in Faults.Values.Select(fault => fault.Family).Distinct())
        {
            VerifyOutcome outcome = await trial.RunAsync(family, () => new ChangingHandler((_, send) => send()));
            Assert.True(outcome.Results.All(result => result.Status == CheckStatus.Passed), family);
        }
    }

    [Fact]
    public async Task Run_ServerWithoutName_IsReportedAsNeither()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();

        VerifyOutcome outcome = await trial.RunAsync("nova", () => new ChangingHandler(async (_, send) =>
        {
            HttpResponseMessage response = await send();
            response.Headers.Remove("x-bedrock-toolkit-server");
            return response;
        }));
        Assert.Equal("an endpoint that is neither AWS nor a BedrockServer", outcome.Target);
    }

    [Fact]
    public async Task Run_Cancelled_ReportsWhatWasThere()
    {
        await using VerifyTrial trial = await VerifyTrial.StartAsync();
        using var cancellation = new CancellationTokenSource();
        int calls = 0;
        VerifySettings settings = trial.Settings(() => new ChangingHandler(async (_, send) =>
        {
            if (++calls == 2) await cancellation.CancelAsync();
            return await send();
        })) with { Report = trial.Report };

        IReadOnlyList<VerifyCheck> checks = AllChecks.Choose(AllChecks.For(settings), [], ["nova"]);
        Assert.Equal(2, await VerifyCommand.RunAsync(settings, checks, TextWriter.Null, TextWriter.Null, cancellation.Token));
        Assert.Contains("1 passed, 2 not run", await File.ReadAllTextAsync(Path.Combine(trial.Report, VerifyReport.MarkdownName)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("denied for arn:aws:iam::314159265358:user/ada on x", "denied for (ARN) on x")]
    [InlineData("account 314159265358, key AKIAIOSFODNN7EXAMPLE", "account (account), key (key)")]
    [InlineData("Bearer abc.def and bedrock-api-key-YWJj", "(key) and (key)")]
    [InlineData("it said: " + Prompts.Sky, "it said: (prompt)")]
    [InlineData("no role arn-less, gr4verify1x2 | line\nbreak", "no role arn-less, (guardrail) line break")]
    [InlineData("0.000000123456 USD", "0.000000123456 USD")]
    public void Scrub_Text_HidesWhatIsPrivate(string text, string expected) => Assert.Equal(expected,
        new ReportScrubber(new VerifySettings { Region = "us-east-1", Guardrail = VerifyTrial.Guardrail + ":1", Role = VerifyTrial.Role }).Scrub(text));

    private static Change Json(string ending, Action<JsonObject> edit) => async (request, send) =>
    {
        HttpResponseMessage response = await send();
        if (response.StatusCode != HttpStatusCode.OK || !request.RequestUri!.AbsolutePath.EndsWith(ending, StringComparison.Ordinal)
            || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return response;
        }

        JsonObject answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        edit(answer);
        return With(response, Encoding.UTF8.GetBytes(answer.ToJsonString()));
    };

    private static Change Bytes(string ending, Func<byte[], byte[]> edit) => async (request, send) =>
    {
        HttpResponseMessage response = await send();
        return request.RequestUri!.AbsolutePath.EndsWith(ending, StringComparison.Ordinal)
            ? With(response, edit(await response.Content.ReadAsByteArrayAsync()))
            : response;
    };

    private static Change Replaced(string ending, int status, string json) => async (request, send) =>
    {
        HttpResponseMessage response = await send();
        return request.RequestUri!.AbsolutePath.EndsWith(ending, StringComparison.Ordinal) ? With(response, Encoding.UTF8.GetBytes(json), status) : response;
    };

    private static async Task<HttpResponseMessage> NotFound(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        HttpResponseMessage response = await send();
        if (!request.RequestUri!.AbsolutePath.Contains("nova-none", StringComparison.Ordinal))
        {
            return response;
        }

        response.Headers.Remove("x-amzn-ErrorType");
        response.Headers.Add("x-amzn-ErrorType", "ResourceNotFoundException");
        return With(response, """{"message":"Could not resolve the foundation model."}"""u8.ToArray(), 404);
    }

    private static async Task<HttpResponseMessage> Accepting(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        HttpResponseMessage response = await send();
        string authorization = request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values) ? values.First() : string.Empty;
        bool isNobodys = authorization.Contains("AKIAIOSFODNN7EXAMPLE", StringComparison.Ordinal)
            || authorization.StartsWith("Bearer ", StringComparison.Ordinal);
        response.Headers.Remove(isNobodys ? "x-amzn-ErrorType" : "none");
        byte[] body = """{"output":{"message":{"role":"assistant","content":[{"text":"Yes."}]}},"stopReason":"end_turn"}"""u8.ToArray();
        return isNobodys ? With(response, body, 200) : response;
    }

    private static void BreakArguments(JsonObject answer)
    {
        if (ToolUse(answer) is { } call)
        {
            call["input"] = "{\"city\": \"Par";
        }
    }

    private static void BreakSchema(JsonObject answer)
    {
        if (ToolUse(answer) is { } call)
        {
            call["input"]!["guests"] = "a few";
        }
    }

    private static JsonNode? ToolUse(JsonObject answer) =>
        answer["output"]!["message"]!["content"]!.AsArray().Select(block => block!["toolUse"]).FirstOrDefault(call => call is not null);

    private static void Reverse(JsonObject answer) =>
        answer["results"] = new JsonArray([.. answer["results"]!.AsArray().Reverse().Select(result => result!.DeepClone())]);

    private static byte[] WithoutLastFrame(byte[] body)
    {
        int last = 0;
        for (int at = 0; at < body.Length; at += BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at)))
        {
            last = at;
        }

        return body[..last];
    }

    private static HttpResponseMessage With(HttpResponseMessage response, byte[] body, int? status = null)
    {
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(body);
        response.Content.Headers.ContentType = type;
        response.StatusCode = (HttpStatusCode)(status ?? (int)response.StatusCode);
        return response;
    }

    private sealed class ChangingHandler(Change change) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            change(request, () => base.SendAsync(request, cancellationToken));
    }
}

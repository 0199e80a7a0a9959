using System.Diagnostics;
using System.Text;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.Diagnostics;

/// <summary>The attributes of OpenTelemetry's conventions for generative AI, of which none that applies is absent. Alone: listeners hear every test.</summary>
[Collection(AloneCollection.Name)]
public sealed class ConventionAttributesTests(ITestOutputHelper output)
{
    private const string Path = "/model/openai.gpt-oss-120b-1%3A0/invoke";

    private static readonly string[] OfSpans =
    [
        "gen_ai.operation.name", "gen_ai.provider.name", "error.type", "gen_ai.output.type", "gen_ai.request.choice.count", "gen_ai.request.model",
        "gen_ai.request.seed", "gen_ai.request.stream", "gen_ai.request.top_k", "server.port", "gen_ai.request.frequency_penalty", "gen_ai.request.max_tokens",
        "gen_ai.request.presence_penalty", "gen_ai.request.stop_sequences", "gen_ai.request.temperature", "gen_ai.request.top_p",
        "gen_ai.response.finish_reasons", "gen_ai.response.id", "gen_ai.response.model", "gen_ai.response.time_to_first_chunk",
        "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens",
        "gen_ai.usage.reasoning.output_tokens", "server.address", "gen_ai.embeddings.dimension.count", "gen_ai.request.encoding_formats",
        "aws.bedrock.guardrail.id",
    ];

    private static readonly string[] OfMetrics =
    [
        "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.token.type", "gen_ai.request.model", "server.port", "gen_ai.response.model", "server.address",
        "error.type",
    ];

    // What Bedrock does not keep or does not report, and what is never captured.
    private static readonly string[] OfNobody =
    [
        "gen_ai.conversation.id", "gen_ai.usage.audio.input_tokens", "gen_ai.usage.audio.output_tokens", "gen_ai.usage.image.input_tokens",
        "gen_ai.usage.text.input_tokens", "gen_ai.usage.text.output_tokens", "gen_ai.usage.video.input_tokens", "gen_ai.input.messages",
        "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.definitions",
    ];

    [Fact]
    public async Task Attributes_OfTheConventions_AreAllThereAndInTheDocs()
    {
        using var recorder = new TelemetryRecorder();
        await CallAsync();

        HashSet<string> onSpans = [.. recorder.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key)];
        HashSet<string> onMetrics =
            [.. recorder.Points("gen_ai.client.token.usage").Concat(recorder.Points("gen_ai.client.operation.duration")).SelectMany(point => point.Tags.Keys)];
        string page = await File.ReadAllTextAsync(System.IO.Path.Combine(SourceFolders.Repository, "docs", "diagnostics.md"));

        output.WriteLine($"attributes of spans {OfSpans.Count(onSpans.Contains)} of {OfSpans.Length}, of metrics {OfMetrics.Count(onMetrics.Contains)} of {OfMetrics.Length}");
        Assert.Empty(OfSpans.Except(onSpans));
        Assert.Empty(OfMetrics.Except(onMetrics));
        Assert.DoesNotContain(OfSpans.Concat(OfMetrics).Concat(OfNobody), name => !page.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.DoesNotContain(OfNobody, onSpans.Contains);
    }

    [Fact]
    public async Task AttributesOfARequest_HaveTheValuesThatWereSent()
    {
        using var recorder = new TelemetryRecorder(metrics: false);
        await CallAsync();

        Activity span = recorder.Spans[0];
        Assert.Equal(
            (0.5, 0.9, 5.0, 0.1, 0.2, 7L, 2L, "json", "chatcmpl-1"),
            (span.GetTagItem("gen_ai.request.temperature"), span.GetTagItem("gen_ai.request.top_p"), span.GetTagItem("gen_ai.request.top_k"),
                span.GetTagItem("gen_ai.request.frequency_penalty"), span.GetTagItem("gen_ai.request.presence_penalty"), span.GetTagItem("gen_ai.request.seed"),
                span.GetTagItem("gen_ai.request.choice.count"), span.GetTagItem("gen_ai.output.type"), span.GetTagItem("gen_ai.response.id")));
        Assert.Equal(["END"], (string[])span.GetTagItem("gen_ai.request.stop_sequences")!);
        Assert.Equal(3L, span.GetTagItem("gen_ai.usage.reasoning.output_tokens"));
        Assert.DoesNotContain("zebra", recorder.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllNames_OnlyUnderTheSwitch_AreThereToo()
    {
        string[] other = ["gen_ai.system", "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.cache_creation_input_tokens"];
        using var recorder = new TelemetryRecorder();
        await CallAsync();
        Assert.Empty(recorder.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Intersect(other));
        int before = recorder.Spans.Count;

        AppContext.SetSwitch(BedrockTelemetry.AllNamesSwitch, true);
        try
        {
            await CallAsync();
        }
        finally
        {
            AppContext.SetSwitch(BedrockTelemetry.AllNamesSwitch, false);
        }

        Assert.Empty(other.Except(recorder.Spans.Skip(before).SelectMany(span => span.TagObjects).Select(tag => tag.Key)));
        Assert.Equal(5 + 7, recorder.Sum("gen_ai.client.inference.input_tokens_by_cache", "gen_ai.token.cache", "read", "creation"));
        Assert.Equal(recorder.Points("gen_ai.client.token.usage").Sum(point => point.Sum) / 2,
            recorder.Sum("gen_ai.client.inference.tokens", "gen_ai.token.type", "input", "output"));
    }

    private static async Task CallAsync()
    {
        using var handler = new ScriptedHandler(
            _ => Answers.Json("""
                {"id":"chatcmpl-1","model":"gpt-oss-120b","choices":[{"finish_reason":"stop","message":{"content":"the zebra"}}],
                 "usage":{"prompt_tokens":4,"completion_tokens":9,"completion_tokens_details":{"reasoning_tokens":3}}}
                """, ("X-Amzn-Bedrock-Input-Token-Count", "4"), ("X-Amzn-Bedrock-Output-Token-Count", "9")),
            _ => Answers.Json("""
                {"output":{"message":{"role":"assistant","content":[{"text":"zebra"}]}},"stopReason":"end_turn",
                 "usage":{"inputTokens":10,"outputTokens":2,"totalTokens":24,"cacheReadInputTokens":5,"cacheWriteInputTokens":7}}
                """),
            _ => Answers.Json("""{"embeddings":{"float":[[1,2]]}}"""),
            _ => Answers.Error(400, "ValidationException"),
            _ => Answers.Stream(Frames.Chunk("""{"text":"x","last":true}""")));
        using BedrockClient client = TestClient.Over(handler);
        await SendAsync(client, Path, "openai.gpt-oss-120b-1:0", """
            {"messages":[{"role":"user","content":"zebra"}],"temperature":0.5,"top_p":0.9,"top_k":5,"frequency_penalty":0.1,"presence_penalty":0.2,"seed":7,"n":2,
             "stop":["END"],"max_tokens":50,"response_format":{"type":"json_schema","json_schema":{"name":"zebra"}}}
            """);
        await client.ConverseAsync("us.amazon.nova-lite-v1:0", new Bedrock.Toolkit.Converse.ConverseRequest
        {
            Messages = [Bedrock.Toolkit.Converse.Message.User("zebra")],
            InferenceConfig = new() { MaxTokens = 40, StopSequences = ["END"] },
        }, new InvokeOptions { GuardrailId = "gr-1", GuardrailVersion = "1" });
        await SendAsync(client, "/model/cohere.embed-v4%3A0/invoke", "cohere.embed-v4:0",
            """{"texts":["zebra"],"input_type":"search_query","embedding_types":["float"],"output_dimension":256}""");
        await Assert.ThrowsAsync<BedrockValidationException>(() => SendAsync(client, Path, "openai.gpt-oss-120b-1:0", "{}"));
        await client.StreamAsync(Echo.Streaming, Echo.Request("zebra")).ForEachAsync(_ => { });
    }

    private static Task<BedrockRawResponse> SendAsync(BedrockClient client, string path, string model, string body) => client.SendRawAsync(
        new BedrockRawRequest { Operation = "InvokeModel", Path = path, ModelId = model, Body = Encoding.UTF8.GetBytes(body) });
}

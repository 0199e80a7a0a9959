using System.Diagnostics;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Diagnostics;

/// <summary>What OpenTelemetry sees of a call. Alone, because listeners hear the calls of every test.</summary>
[Collection(AloneCollection.Name)]
public sealed class TelemetryTests
{
    private static readonly StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet45 = ClaudeModels.Sonnet45.InProfile("us");

    private const string Secret = "the-zebra-in-the-prompt";

    [Fact]
    public async Task InvokeAsync_Listened_GivesASpanWithTheConventionsNames()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock(o => o.HideAccountIds = true);
        var options = new InvokeOptions { GuardrailId = "gr-1", GuardrailVersion = "1", RequestMetadata = { ["tenant"] = "harbour" } };

        ClaudeResponse reply = await fake.Client.InvokeAsync(Sonnet45, ClaudeRequest.For(Secret, maxTokens: 64), options);

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal("chat " + Sonnet45.Id, span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        AssertTags(span,
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "aws.bedrock"), ("gen_ai.request.model", Sonnet45.Id.Value),
            ("gen_ai.request.max_tokens", 64), ("gen_ai.response.model", reply.Model), ("gen_ai.usage.input_tokens", reply.TokenUsage!.InputTokens),
            ("gen_ai.usage.output_tokens", reply.TokenUsage.OutputTokens), ("aws.bedrock.guardrail.id", "gr-1"), ("bedrock.request_metadata.tenant", "harbour"),
            ("server.address", "bedrock-runtime.us-east-1.amazonaws.com"), ("cloud.region", "us-east-1"), ("rpc.method", "InvokeModel"),
                ("bedrock.attempts", 1),
            ("http.response.status_code", 200), ("aws.request_id", reply.Metadata!.RequestId), ("error.type", null), ("gen_ai.request.stream", null));
        Assert.Equal(["end_turn"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        (Dictionary<string, object?> tags, long count, _) = Assert.Single(recorder.Points("gen_ai.client.operation.duration"));
        Assert.Equal(1, count);
        Assert.Equal("chat", tags["gen_ai.operation.name"]);
        Assert.Equal("aws.bedrock", tags["gen_ai.provider.name"]);
        Assert.Equal(reply.Model, tags["gen_ai.response.model"]);
        Assert.DoesNotContain("bedrock.request_metadata.tenant", tags.Keys);
        var tokens = recorder.Points("gen_ai.client.token.usage").ToDictionary(p => (string)p.Tags["gen_ai.token.type"]!, p => p.Sum);
        Assert.Equal((double)reply.TokenUsage.InputTokens!, tokens["input"]);
        Assert.Equal((double)reply.TokenUsage.OutputTokens!, tokens["output"]);
        Assert.Empty(recorder.Points("gen_ai.client.operation.time_to_first_chunk"));
        AssertNoContent(recorder, reply.Text);
    }

    [Fact]
    public async Task StreamAsync_Listened_TellsTimesAndEnd()
    {
        using var recorder = new TelemetryRecorder();
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(_ => Answers.Stream(
            Frames.Chunk("""{"text":"one"}"""),
            Frames.Chunk("""{"text":"two"}"""),
            Frames.Chunk("""{"text":"","last":true,"delta":{"stop_reason":"max_tokens"},"amazon-bedrock-invocationMetrics":{"inputTokenCount":4,"outputTokenCount":5,"cacheReadInputTokenCount":2}}""")));
        using BedrockClient client = TestClient.Over(handler, o => o.TimeProvider = time);

        await foreach (EchoEvent e in client.StreamAsync(Echo.Streaming, Echo.Request(Secret)))
        {
            time.Advance(TimeSpan.FromSeconds(2));
        }

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal("text_completion " + Echo.Id, span.DisplayName);
        AssertTags(span,
            ("gen_ai.request.stream", true), ("gen_ai.response.time_to_first_chunk", 0.0), ("gen_ai.usage.input_tokens", 6), ("gen_ai.usage.output_tokens", 5),
            ("gen_ai.usage.cache_read.input_tokens", 2), ("bedrock.stream.left_early", null), ("error.type", null));
        Assert.Equal(["max_tokens"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.Equal(6.0, Assert.Single(recorder.Points("gen_ai.client.operation.duration")).Sum);
        Assert.Equal(1, Assert.Single(recorder.Points("gen_ai.client.operation.time_to_first_chunk")).Count);
        (_, long pieces, double between) = Assert.Single(recorder.Points("gen_ai.client.operation.time_per_output_chunk"));
        Assert.Equal((2, 4.0), (pieces, between));
        Assert.Equal(1.0, Assert.Single(recorder.Points("bedrock.client.time_per_output_token")).Sum);
        AssertNoContent(recorder, "two");
    }

    [Fact]
    public async Task StreamAsync_LeftEarlyAndCancelledAndBroken_SaysWhich()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();
        await foreach (ClaudeStreamEvent e in fake.Client.StreamAsync(Sonnet45, ClaudeRequest.For(Secret)))
        {
            break;
        }

        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fake.Client.StreamAsync(Sonnet45, ClaudeRequest.For(Secret), cancellationToken: source.Token).ForEachAsync(_ => source.Cancel()));
        fake.When(Sonnet45).Fault(BedrockFault.TruncatedStream(2));
        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => fake.Client.StreamAsync(Sonnet45, ClaudeRequest.For(Secret)).ToResponseAsync());

        Assert.Equal(3, recorder.Spans.Count);
        AssertTags(recorder.Spans[0], ("bedrock.stream.left_early", true), ("error.type", null));
        AssertTags(recorder.Spans[1], ("error.type", typeof(OperationCanceledException).FullName), ("bedrock.stream.left_early", null));
        AssertTags(recorder.Spans[2], ("error.type", typeof(BedrockIncompleteStreamException).FullName), ("bedrock.attempts", 1));
        AssertNoContent(recorder);
    }

    [Fact]
    public async Task InvokeAsync_ThrottledThenAnswered_HasEventsForBoth()
    {
        using var recorder = new TelemetryRecorder();
        using var handler = new ScriptedHandler(
            _ => Answers.Error(429, "ThrottlingException", Secret),
            _ => Answers.Error(503, "ServiceUnavailableException", Secret),
            _ => Answers.Json("""{"text":"hi"}""", ("x-amzn-bedrock-input-token-count", "3"), ("x-amzn-bedrock-service-tier", "priority")));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request(Secret));

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal(["bedrock.throttled", "bedrock.retry", "bedrock.retry"], span.Events.Select(e => e.Name));
        Assert.Equal(["ThrottlingException", "ThrottlingException", "ServiceUnavailableException"],
            span.Events.Select(e => e.Tags.Single(t => t.Key == "error.type").Value));
        Assert.Equal(2, span.Events.Last().Tags.Single(t => t.Key == "bedrock.attempt").Value);
        AssertTags(span, ("bedrock.attempts", 3), ("bedrock.service_tier", "priority"), ("gen_ai.usage.input_tokens", 3), ("error.type", null));
        AssertNoContent(recorder);
    }

    [Fact]
    public async Task InvokeAsync_Fails_TellsTheErrorAndNotItsMessage()
    {
        using var recorder = new TelemetryRecorder();
        using var handler = new ScriptedHandler(_ => Answers.Error(400, "ValidationException", "the prompt " + Secret));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Echo.Model, Echo.Request(Secret)));

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        AssertTags(span, ("error.type", "ValidationException"), ("http.response.status_code", 400), ("aws.request_id", Answers.RequestId),
            ("bedrock.attempts", 1));
        Assert.Equal("ValidationException", Assert.Single(recorder.Points("gen_ai.client.operation.duration")).Tags["error.type"]);
        AssertNoContent(recorder);
    }

    [Fact]
    public async Task ConverseAsync_Answer_TellsTierRouterAndCacheByTtl()
    {
        using var recorder = new TelemetryRecorder();
        using var handler = new ScriptedHandler(_ => Answers.Json("""
            {"output":{"message":{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"n","input":{"stopReason":"the-zebra-in-the-prompt"}}}]}},
             "stopReason":"tool_use","serviceTier":{"type":"flex"},
             "usage":{"inputTokens":10,"outputTokens":2,"cacheReadInputTokens":5,"cacheWriteInputTokens":7,"cacheDetails":[{"ttl":"5m","inputTokens":3},{"ttl":"1h","inputTokens":4}]},
             "trace":{"promptRouter":{"invokedModelId":"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0"}}}
            """));
        using BedrockClient client = TestClient.Over(handler, o => o.HideAccountIds = true);
        ConverseRequest request = ConverseRequest.For(Secret);
        var options = new InvokeOptions { GuardrailId = "gr-2", GuardrailVersion = "DRAFT", RequestMetadata = { ["team"] = "quay" } };

        await client.ConverseAsync("arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/nova", request, options);

        Activity span = Assert.Single(recorder.Spans);
        Assert.StartsWith("chat arn:aws:bedrock:us-east-1:", span.DisplayName, StringComparison.Ordinal);
        AssertTags(span,
            ("bedrock.service_tier", "flex"), ("gen_ai.usage.input_tokens", 22), ("gen_ai.usage.output_tokens", 2),
                ("gen_ai.usage.cache_creation.input_tokens", 7),
            ("bedrock.usage.cache_creation.5m.input_tokens", 3L), ("bedrock.usage.cache_creation.1h.input_tokens", 4L),
            ("aws.bedrock.guardrail.id", "gr-2"), ("bedrock.request_metadata.team", "quay"));
        Assert.EndsWith("inference-profile/us.amazon.nova-lite-v1:0", (string)span.GetTagItem("bedrock.invoked_model")!, StringComparison.Ordinal);
        Assert.Equal(["tool_use"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.DoesNotContain("123456789012", recorder.Everything(), StringComparison.Ordinal);
        AssertNoContent(recorder);
    }

    [Fact]
    public async Task ConverseStreamAsync_Listened_HasReasonAndTokens()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();

        ConverseResponse reply = await fake.Client.ConverseStreamAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For(Secret)).ToResponseAsync();

        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal("chat us.amazon.nova-lite-v1:0", span.DisplayName);
        AssertTags(span, ("gen_ai.usage.output_tokens", reply.TokenUsage!.OutputTokens), ("rpc.method", "ConverseStream"));
        Assert.Equal(["end_turn"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        AssertNoContent(recorder, reply.Text);
    }

    [Fact]
    public async Task Calls_OfOtherKinds_HaveTheNameOfTheirKind()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();

        await fake.Client.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = Secret, Dimensions = 256 });
        await fake.Client.InvokeAsync(TitanModels.TextExpress, new() { InputText = Secret });
        await fake.Client.CountTokensAsync(ClaudeModels.Sonnet45.Id, CountTokensRequest.For(ConverseRequest.For(Secret)));
        await fake.Client.SendRawAsync(
            new BedrockRawRequest { Operation = "InvokeModel", Path = "/model/amazon.titan-embed-text-v2%3A0/invoke", ModelId = "amazon.titan-embed-text-v2:0",
            Body = "{\"inputText\":\"x\"}"u8.ToArray() });

        Assert.Equal(["embeddings", "text_completion", "count_tokens", "embeddings"], recorder.Spans.Select(s => s.GetTagItem("gen_ai.operation.name")));
        Assert.Equal(["FINISH"], (string[])recorder.Spans[1].GetTagItem("gen_ai.response.finish_reasons")!);
        AssertNoContent(recorder);
    }

    [Fact]
    public async Task Span_WhenMade_HasAddressAndPortForSamplers()
    {
        List<KeyValuePair<string, object?>> seen = [];
        using var sampler = new ActivityListener
        {
            ShouldListenTo = s => s.Name == BedrockTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> made) =>
            {
                seen.AddRange(made.Tags!);
                return ActivitySamplingResult.AllData;
            },
        };
        ActivitySource.AddActivityListener(sampler);
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();

        await fake.Client.ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For(Secret));

        Assert.Contains(new("server.address", "bedrock-runtime.us-east-1.amazonaws.com"), seen);
        Assert.Contains(new("server.port", 443), seen);
        Assert.Equal(443, Assert.Single(recorder.Spans).GetTagItem("server.port"));
        Assert.Equal(443, Assert.Single(recorder.Points("gen_ai.client.operation.duration")).Tags["server.port"]);
    }

    [Fact]
    public async Task Span_OfAStream_IsParentOfTheRequestAndNotCurrentForTheCaller()
    {
        using var recorder = new TelemetryRecorder();
        ActivityContext inHandler = default;
        using var handler = new ScriptedHandler(_ =>
        {
            inHandler = Activity.Current!.Context;
            return Answers.Stream(Frames.Chunk("""{"text":"x","last":true}"""));
        });
        using BedrockClient client = TestClient.Over(handler);
        using var outer = new Activity("outer") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        outer.Start();

        await foreach (EchoEvent e in client.StreamAsync(Echo.Streaming, Echo.Request()))
        {
            Assert.Same(outer, Activity.Current);
        }

        Assert.Same(outer, Activity.Current);
        Activity span = Assert.Single(recorder.Spans);
        Assert.Equal(span.Context.SpanId, inHandler.SpanId);
        Assert.Equal(outer.SpanId, span.ParentSpanId);
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("measure")]
    public async Task Listener_ThatThrows_BreaksNoCall(string where)
    {
        using var activities = new ActivityListener
        {
            ShouldListenTo = s => s.Name == BedrockTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                where == "sample" ? throw new InvalidOperationException(where) : ActivitySamplingResult.AllData,
            ActivityStarted = _ => ThrowIf(where == "start"),
            ActivityStopped = _ => ThrowIf(where == "stop"),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new System.Diagnostics.Metrics.MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == BedrockTelemetry.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => ThrowIf(where == "measure"));
        meters.Start();
        using var fake = new FakeBedrock();

        ClaudeResponse reply = await fake.Client.InvokeAsync(Sonnet45, ClaudeRequest.For("hello"));
        ClaudeResponse streamed = await fake.Client.StreamAsync(Sonnet45, ClaudeRequest.For("hello")).ToResponseAsync();

        Assert.Equal(reply.Text, streamed.Text);
        Assert.Null(Activity.Current);

        static void ThrowIf(bool wrong)
        {
            if (wrong) throw new InvalidOperationException("a listener's own fault");
        }
    }

    [Fact]
    public void AreWanted_NobodyListens_AllocatesNothing()
    {
        Assert.False(Bedrock.Toolkit.Diagnostics.Instruments.AreWanted);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool wanted = false;
        for (int i = 0; i < 1000; i++) wanted |= Bedrock.Toolkit.Diagnostics.Instruments.AreWanted;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.False(wanted);
    }

    [Fact]
    public async Task InvokeAsync_NobodyListens_AllocatesAsMuchAsBeforeAndLessThanWithAListener()
    {
        long before = await MinBytesAsync();
        long listened;
        using (new TelemetryRecorder())
        {
            listened = await MinBytesAsync();
        }

        long after = await MinBytesAsync();

        Assert.InRange(after, 0, before);
        Assert.True(listened > after + 500, $"{listened} bytes with a listener, {after} without");

        static async Task<long> MinBytesAsync()
        {
            var answer = new SynchronousHandler();
            using BedrockClient client = TestClient.Over(answer, o => o.LoggerFactory = null);
            long least = long.MaxValue;
            for (int i = 0; i < 50; i++)
            {
                long start = GC.GetAllocatedBytesForCurrentThread();
                Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
                long bytes = GC.GetAllocatedBytesForCurrentThread() - start;
                bool whole = call.IsCompleted;
                await call;
                least = whole ? Math.Min(least, bytes) : least;
            }

            return least;
        }
    }

    private static void AssertTags(Activity span, params (string Key, object? Value)[] tags) =>
        Assert.All(tags, tag => Assert.Equal((tag.Key, tag.Value), (tag.Key, span.GetTagItem(tag.Key))));

    private static void AssertNoContent(TelemetryRecorder recorder, string? answer = null)
    {
        string everything = recorder.Everything();
        Assert.NotEmpty(everything);
        Assert.DoesNotContain("zebra", everything, StringComparison.OrdinalIgnoreCase);
        if (answer is not null) Assert.DoesNotContain(answer, everything, StringComparison.Ordinal);
    }

    private sealed class SynchronousHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = Answers.Json("""{"text":"hi"}""");
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}

using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Nova;

/// <summary>The samples of the wire reference, and real exchanges that others recorded.</summary>
public sealed class NovaConformanceTests
{
    public static TheoryData<string> Calls => ReplayedExchange.Find(IsNova, streaming: false, "messages");

    public static TheoryData<string> Streams => ReplayedExchange.Find(IsNova, streaming: true, "messages");

    [SharedFact]
    public void Recorded_Exchanges_AreFound()
    {
        Assert.Equal(9, Calls.Count);
        Assert.Equal(7, Streams.Count);
    }

    [SharedFact]
    public void Request_Sample_SurvivesWithoutUnknownMembers()
    {
        NovaRequest request = FamilyWire.RoundTrip<NovaRequest>(WireSample.Text("amazon", "nova.request.json"), "input", "json");

        Assert.Null(request.AdditionalProperties);
        Assert.Null(request.InferenceConfig!.AdditionalProperties);
        Assert.All(request.Messages.SelectMany(message => message.Content).Concat(request.System!), CheckKnown);
        Assert.All(request.ToolConfig!.Tools, tool =>
        {
            Assert.IsNotType<NovaUnknownTool>(tool);
            Assert.Null(tool.AdditionalProperties);
        });
        Assert.IsType<NovaAutoToolChoice>(request.ToolConfig.ToolChoice);
        FamilyWire.Body(NovaModels.Nova2Lite, request);
        NovaModels.Nova2Lite.CheckRequest!(request);
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedFact]
    public void Response_Sample_SurvivesWithoutUnknownMembers()
    {
        NovaResponse response = FamilyWire.RoundTrip<NovaResponse>(WireSample.Text("amazon", "nova.response.json"), "input");

        Assert.Null(response.AdditionalProperties);
        Assert.Null(response.Usage!.AdditionalProperties);
        Assert.All(response.Content, CheckKnown);
        Assert.Equal(1271, response.TokenUsage!.TotalTokens);
        Assert.Equal(NovaStopReason.ToolUse, response.StopReason);
    }

    [SharedFact]
    public void Stream_Sample_IsAllTypedAndFoldsToTheResponse_Streaming()
    {
        List<string> chunks = FamilyWire.Lines(WireSample.Text("amazon", "nova.stream.jsonl"));
        List<NovaStreamEvent> events = [.. chunks.Select(chunk => FamilyWire.RoundTrip<NovaStreamEvent>(chunk))];

        CheckTyped(events);
        NovaResponse whole = BedrockJson.Deserialize<NovaResponse>(WireSample.Text("amazon", "nova.response.json"));
        // A stream tells neither.
        whole.Usage!.TotalTokens = null;
        whole.Metrics = null;
        EqualJson.Check(BedrockJson.Serialize(whole), BedrockJson.Serialize(FamilyWire.Fold(NovaModels.Lite, chunks)));
    }

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        NovaResponse response = await exchange.InvokeAsync(NovaModels.FromId(exchange.ModelId));

        Assert.NotNull(response.StopReason);
        Assert.NotEmpty(response.Content);
        Assert.All(response.Content, CheckKnown);
        Assert.Null(response.AdditionalProperties);
        Assert.NotNull(response.TokenUsage!.InputTokens);
        NovaRequest next = new NovaRequestBuilder(BedrockJson.Deserialize<NovaRequest>(exchange.RequestBody)).Assistant(response).User("go on").Build();
        NovaModels.Lite.CheckRequest!(next);
    }

    [SharedTheory]
    [MemberData(nameof(Streams))]
    public async Task Stream_Recorded_Replays_Streaming(string name)
    {
        using ReplayedExchange exchange = ReplayedExchange.Open(name);

        (List<NovaStreamEvent> events, NovaResponse response) = await exchange.StreamAsync(NovaModels.FromId(exchange.ModelId));

        CheckTyped(events);
        Assert.Equal(string.Concat(events.Select(e => e.Text)), response.Text);
        Assert.NotNull(response.StopReason);
        Assert.All(response.Content, CheckKnown);
        Assert.Single(response.Content.OfType<NovaTextBlock>());
        Assert.Equal(events.OfType<NovaContentBlockStartEvent>().Count(), response.ToolCalls.Count);
        Assert.All(response.ToolCalls, use => Assert.True(use.Input.TryGetProperty("location", out _)));
        Assert.Equal(response.Metadata!.OutputTokens, response.Usage!.OutputTokens);
        Assert.Null(response.AdditionalProperties);
    }

    private static void CheckTyped(List<NovaStreamEvent> events)
    {
        Assert.All(events, streamEvent =>
        {
            Assert.IsNotType<NovaUnknownStreamEvent>(streamEvent);
            Assert.Null(streamEvent.AdditionalProperties);
            Assert.IsNotType<NovaUnknownDelta>((streamEvent as NovaContentBlockDeltaEvent)?.ContentBlockDelta!.Delta);
        });
        Assert.IsType<NovaMessageStopEvent>(events[^2]);
        Assert.IsType<NovaMetadataEvent>(events[^1]);
    }

    private static void CheckKnown(NovaContentBlock block)
    {
        Assert.IsNotType<NovaUnknownBlock>(block);
        Assert.Null(block.AdditionalProperties);
        NovaMediaSource? source = (block as NovaImageBlock)?.Image!.Source ?? (block as NovaVideoBlock)?.Video!.Source
            ?? (block as NovaAudioBlock)?.Audio!.Source;
        Assert.Null(source?.AdditionalProperties);
    }

    private static bool IsNova(string id) => id.Contains("amazon.nova-", StringComparison.Ordinal);
}

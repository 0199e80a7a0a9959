using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.Diagnostics;

/// <summary>The library's own telemetry beside that of Microsoft.Extensions.AI: nothing is told twice. Alone, because listeners hear every test.</summary>
[Collection(AloneCollection.Name)]
public sealed class TwoSourcesTests
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    private static readonly ConverseResponse Answer = new()
    {
        Output = Message.Assistant("Fine."),
        StopReason = StopReason.EndTurn,
        Usage = new TokenUsage { InputTokens = 40, OutputTokens = 20, TotalTokens = 60 },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_BothSources_HasOneChatSpanAndCountsTokensOnce(bool isStreaming)
    {
        using var recorder = new AllTelemetry();
        using FakeBedrock fake = Fake();
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();

        await AskAsync(chat, isStreaming);

        Assert.Equal([$"chat {Model}"], recorder.Spans.Where(span => span.GetTagItem("gen_ai.operation.name") is not null).Select(span => span.DisplayName));
        Activity own = Assert.Single(recorder.Spans, span => span.Source.Name == BedrockTelemetry.ActivitySourceName);
        Assert.Equal($"{(isStreaming ? "ConverseStream" : "Converse")} {Model}", own.DisplayName);
        Assert.DoesNotContain(own.TagObjects, tag => tag.Key.StartsWith("gen_ai.", StringComparison.Ordinal));
        Assert.NotNull(own.GetTagItem("aws.request_id"));
        Assert.Equal((60, 1), (recorder.Sum("gen_ai.client.token.usage"), recorder.Count("gen_ai.client.operation.duration")));
        Assert.Equal(isStreaming ? 1 : 0, recorder.Count("gen_ai.client.operation.time_to_first_chunk"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_BothMetersAndNoSpans_CountsTokensOnce(bool isStreaming)
    {
        using var recorder = new AllTelemetry(traces: false);
        using FakeBedrock fake = Fake();
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();

        await AskAsync(chat, isStreaming);

        Assert.Equal((60, 1), (recorder.Sum("gen_ai.client.token.usage"), recorder.Count("gen_ai.client.operation.duration")));
    }

    [Fact]
    public async Task Chat_WithoutALayerAround_HasTheWholeSpanAndCountsBesideOthers()
    {
        using var recorder = new AllTelemetry();
        using FakeBedrock fake = Fake();
        using IChatClient watched = fake.Client.AsIChatClient(Model).AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();
        using IChatClient bare = fake.Client.AsIChatClient(Model);

        await AskAsync(watched, false);
        await AskAsync(bare, false);
        await fake.Client.ConverseAsync(Model, ConverseRequest.For("Hi"));

        Assert.Equal(180, recorder.Sum("gen_ai.client.token.usage"));
        Assert.Equal(3, recorder.Spans.Count(span => span.DisplayName == $"chat {Model}"));
    }

    [Fact]
    public async Task Chat_OnlyTheLibrarysMeter_CountsAlthoughASpanIsAround()
    {
        using var recorder = new AllTelemetry(outerMeter: false);
        using FakeBedrock fake = Fake();
        using IChatClient chat = fake.Client.AsIChatClient(Model).AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();

        await AskAsync(chat, false);

        Assert.Equal(60, recorder.Sum("gen_ai.client.token.usage"));
        Assert.Single(recorder.Spans, span => span.DisplayName == $"chat {Model}");
    }

    [Fact]
    public async Task EmbeddingsAndImages_BothSources_AreToldOnce()
    {
        using var recorder = new AllTelemetry();
        using var fake = new FakeBedrock();
        using IEmbeddingGenerator<string, Embedding<float>> texts = fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2)
            .AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();
        using IImageGenerator images = fake.Client.AsIImageGenerator(NovaCanvasModels.FromId("amazon.nova-canvas-v1:0"))
            .AsBuilder().UseOpenTelemetry(sourceName: AllTelemetry.Outer).Build();

        GeneratedEmbeddings<Embedding<float>> made = await texts.GenerateAsync(["one", "two"]);
        await images.GenerateImagesAsync("a harbour");

        Assert.Equal((double)made.Usage!.InputTokenCount!, recorder.Sum("gen_ai.client.token.usage"));
        Assert.Equal(2, recorder.Count("gen_ai.client.operation.duration"));
        Assert.Equal(2, recorder.Spans.Count(span => span.GetTagItem("gen_ai.operation.name") is not null));
        Assert.Equal(3, recorder.Spans.Count(span => span.DisplayName.StartsWith("InvokeModel ", StringComparison.Ordinal)));
    }

    private static FakeBedrock Fake()
    {
        var fake = new FakeBedrock();
        fake.WhenConverse(Model).Reply(Answer).Stream(Answer.ToStreamEvents());
        return fake;
    }

    private static async Task AskAsync(IChatClient chat, bool isStreaming)
    {
        if (isStreaming)
        {
            await chat.GetStreamingResponseAsync("Hi").ToChatResponseAsync();
        }
        else
        {
            await chat.GetResponseAsync("Hi");
        }
    }

    /// <summary>A host that listens to both sources and both meters.</summary>
    private sealed class AllTelemetry : IDisposable
    {
        public const string Outer = "Outer.Source";

        private readonly ActivityListener? _traces;
        private readonly MeterListener _meters = new();
        private readonly List<(string Name, double Value)> _measured = [];
        private readonly List<Activity> _spans = [];

        public AllTelemetry(bool traces = true, bool outerMeter = true)
        {
            if (traces)
            {
                _traces = new ActivityListener
                {
                    ShouldListenTo = source => source.Name is Outer or BedrockTelemetry.ActivitySourceName,
                    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                    ActivityStopped = Add,
                };
                ActivitySource.AddActivityListener(_traces);
            }

            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == BedrockTelemetry.MeterName || (outerMeter && instrument.Meter.Name == Outer))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<double>((instrument, value, _, _) => Add(instrument.Name, value));
            _meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument.Name, value));
            _meters.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument.Name, value));
            _meters.Start();
        }

        public IReadOnlyList<Activity> Spans
        {
            get
            {
                lock (_spans) return [.. _spans];
            }
        }

        public double Sum(string name)
        {
            lock (_spans) return _measured.Where(m => m.Name == name).Sum(m => m.Value);
        }

        public int Count(string name)
        {
            lock (_spans) return _measured.Count(m => m.Name == name);
        }

        public void Dispose()
        {
            _traces?.Dispose();
            _meters.Dispose();
        }

        private void Add(Activity span)
        {
            lock (_spans) _spans.Add(span);
        }

        private void Add(string name, double value)
        {
            lock (_spans) _measured.Add((name, value));
        }
    }
}

using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>A stream of Claude, one layer more in each row; the numbers are those of an event, with its part of the call. 32 in flight.</summary>
public class StreamLadderBenchmarks : LadderBenchmarks
{
    private const int Events = CannedAnswers.Deltas + 5;

    private Uri _uri = null!;

    /// <summary>HttpClient with bytes that are there already; the stream is read and thrown away.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = InFlight * Events)]
    public Task Rung1_HttpClient() => RunAsync(() => ReadBytesAsync(isSigned: false), each: 1);

    /// <summary>The request is made, written and signed.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung2_SignedRequest() => RunAsync(() => ReadBytesAsync(isSigned: true), each: 1);

    /// <summary>The bytes are frames with checked sums and headers.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung3_Frames() => RunAsync(() => ReadFramesAsync(isTyped: false), each: 1);

    /// <summary>The frames are events: what a few lines by hand would do, with the library's types.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung4_TypedEvents() => RunAsync(() => ReadFramesAsync(isTyped: true), each: 1);

    /// <summary>Attempts, time limits, end mark; telemetry and governor are off.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung5_AttemptsAndClocks() => RunAsync(ReadSourceAsync, each: 1);

    /// <summary>The stream as an application reads it.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung6_Facade() => RunAsync(
        async () =>
        {
            int count = 0;
            await foreach (ClaudeStreamEvent streamEvent in Toolkit.StreamAsync(ClaudeModels.Sonnet45, Request()).WithCancellation(CancellationToken.None)
                .ConfigureAwait(false))
            {
                count += streamEvent is null ? 0 : 1;
            }

            Require(count == Events, "The stream has another number of events.");
        },
        each: 1);

    /// <summary>The stream as one answer, of whose text no events are made.</summary>
    [Benchmark(OperationsPerInvoke = InFlight * Events)]
    public Task Rung7_Fold() => RunAsync(
        async () => Require(
            (await Toolkit.StreamAsync(ClaudeModels.Sonnet45, Request()).ToResponseAsync().ConfigureAwait(false)).Text.Length
                == CannedAnswers.Deltas * CannedAnswers.DeltaLength,
            "The answer has another text."),
        each: 1);

    /// <inheritdoc/>
    protected override async Task CheckAsync()
    {
        await base.CheckAsync().ConfigureAwait(false);
        _uri = UriOf("invoke-with-response-stream");
        await ReadFramesAsync(isTyped: true).ConfigureAwait(false);
        await ReadSourceAsync().ConfigureAwait(false);
    }

    private async Task ReadBytesAsync(bool isSigned)
    {
        using PooledBuffer? written = isSigned ? Write() : null;
        using HttpResponseMessage response = await SendAsync(_uri, written?.Written ?? Body, isSigned).ConfigureAwait(false);
        Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var bytes = new PooledBuffer(8 * 1024);
        while (await stream.ReadAsync(bytes.GetMemory(1)).ConfigureAwait(false) > 0)
        {
        }
    }

    private async Task ReadFramesAsync(bool isTyped)
    {
        using PooledBuffer body = Write();
        using HttpResponseMessage response = await SendAsync(_uri, body.Written, isSigned: true).ConfigureAwait(false);
        Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var frames = new EventStreamReader(stream);
        var reader = new ChunkFrameReader<ClaudeStreamEvent>(ClaudeModels.Sonnet45.EventTypeInfo, ClaudeModels.Sonnet45.ReadUsual);
        int count = 0;
        while (frames.TryRead() || await frames.ReadAsync().ConfigureAwait(false))
        {
            count += !isTyped || reader.TryRead(frames.Frame, out _) ? 1 : 0;
        }

        await frames.DisposeAsync().ConfigureAwait(false);
        Require(count == Events, "The stream has another number of frames.");
    }

    private async Task ReadSourceAsync()
    {
        StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> model = ClaudeModels.Sonnet45;
        ApiCall call = ApiCalls.Create(model.ToStreamingCall(Request()), StreamingCall.EventStreamType, Transport.Options, null);
        var reader = new ChunkFrameReader<ClaudeStreamEvent>(model.EventTypeInfo, model.ReadUsual);
        var source = new FrameEventSource<ClaudeStreamEvent>(new StreamingCall(Transport, call), reader);
        await source.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        int count = 0;
        while (source.TryRead() || await source.ReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            count++;
        }

        await source.DisposeAsync().ConfigureAwait(false);
        Require(count == Events, "The source has another number of events.");
    }
}

using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>A call of Claude, one layer more in each row: what a layer costs is the difference to the row above. 32 in flight.</summary>
public class CallLadderBenchmarks : LadderBenchmarks
{
    private static readonly Func<OpenAnswer, CancellationToken, ValueTask> ReadBody = UnaryAnswer.ReadBodyAsync;

    private Uri _uri = null!;

    /// <summary>HttpClient with bytes that are there already; the answer is read and thrown away.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task Rung1_HttpClient() => RunAsync(() => ExchangeAsync(Body, isSigned: false, isTyped: false));

    /// <summary>Signed as well.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung2_Signature() => RunAsync(() => ExchangeAsync(Body, isSigned: true, isTyped: false));

    /// <summary>The request is an object that is made and written.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung3_TypedRequest() => RunAsync(() => WriteAndExchangeAsync(isTyped: false));

    /// <summary>The answer is read as an object: what a few lines by hand would do, with the library's types.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung4_TypedAnswer() => RunAsync(() => WriteAndExchangeAsync(isTyped: true));

    /// <summary>Checks, attempts, time limits, the headers of AWS, the metadata.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung5_AttemptsAndClocks() => RunAsync(() => SendAsync(Attempts));

    /// <summary>The layers of telemetry and governor, of which nobody listens to the one and the other is not set.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung6_TelemetryAndGovernorOff() => RunAsync(() => SendAsync(Observed));

    /// <summary>The call as an application makes it.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Rung7_Facade() => RunAsync(async () => TakeText(await Toolkit.InvokeAsync(ClaudeModels.Sonnet45, Request()).ConfigureAwait(false)));

    /// <inheritdoc/>
    protected override async Task CheckAsync()
    {
        await base.CheckAsync().ConfigureAwait(false);
        _uri = UriOf("invoke");
        await ExchangeAsync(Body, isSigned: true, isTyped: true).ConfigureAwait(false);
        await SendAsync(Observed).ConfigureAwait(false);
    }

    private static void TakeText(ClaudeResponse response) => Require(response.Text.Length == 750, "The answer has another text.");

    private async Task WriteAndExchangeAsync(bool isTyped)
    {
        using PooledBuffer body = Write();
        await ExchangeAsync(body.Written, isSigned: true, isTyped).ConfigureAwait(false);
    }

    private async Task ExchangeAsync(ReadOnlyMemory<byte> body, bool isSigned, bool isTyped)
    {
        using HttpResponseMessage response = await SendAsync(_uri, body, isSigned).ConfigureAwait(false);
        Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var answer = new PooledBuffer();
        int read;
        while ((read = await stream.ReadAsync(answer.GetMemory(1)).ConfigureAwait(false)) > 0)
        {
            answer.Advance(read);
        }

        if (isTyped)
        {
            TakeText(JsonSerializer.Deserialize(answer.WrittenSpan, ClaudeModels.Sonnet45.ResponseTypeInfo)!);
        }
    }

    private async Task SendAsync(ICallSender sender)
    {
        ApiCall call = ApiCalls.Create(ClaudeModels.Sonnet45.ToCall(Request()), "application/json", Transport.Options, null);
        using RequestBody body = call.Body;
        using CallClock clock = Transport.StartClock(call, CancellationToken.None);
        using OpenAnswer answer = await sender.SendAsync(call, clock, ReadBody).ConfigureAwait(false);
        TakeText(UnaryAnswer.Parse(answer, ClaudeModels.Sonnet45.ResponseTypeInfo));
    }
}

using System.Text.Json;
using Amazon.Runtime.EventStreams.Internal;
using Anthropic.Models.Messages;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Benchmarks.Serialization;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>A whole stream of Claude with 500 text deltas on the loopback address, 32 in flight. The numbers are those of a stream, not of an event.</summary>
public class StreamCallBenchmarks : CallBenchmarks
{
    private static readonly string Prompt = SampleText.OfLength(900);

    /// <summary>What one would write by hand: HttpClient, signer and frame decoder of AWSSDK.Core, own records and source generation.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = InFlight)]
    public Task Stream_ByHand() => RunAsync(ByHandAsync, each: 1);

    /// <summary>The library.</summary>
    [Benchmark(OperationsPerInvoke = InFlight)]
    public Task Stream_Toolkit() => RunAsync(ToolkitAsync, each: 1);

    /// <summary>Anthropic's own client for Bedrock.</summary>
    [Benchmark(OperationsPerInvoke = InFlight)]
    public Task Stream_AnthropicBedrock() => RunAsync(AnthropicAsync, each: 1);

    /// <inheritdoc/>
    protected override async Task CheckAsync()
    {
        const int Characters = CannedAnswers.Deltas * CannedAnswers.DeltaLength;
        Require(await ByHandAsync().ConfigureAwait(false) == Characters, "The variant by hand does not read all text.");
        Require(await ToolkitAsync().ConfigureAwait(false) == Characters, "The library does not read all text.");
        Require(await AnthropicAsync().ConfigureAwait(false) == Characters, "Anthropic's client does not read all text.");
    }

    private async Task<int> ByHandAsync()
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new OwnClaudeRequest("bedrock-2023-05-31", 300, [new OwnClaudeMessage("user", [new OwnClaudeBlock("text", Prompt)])], null),
            OwnClaudeJsonContext.Default.OwnClaudeRequest);
        using HttpRequestMessage request = Signer.Create(ClaudeId, "invoke-with-response-stream", body);
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        int characters = 0;
        using var decoder = new EventStreamDecoder();
        decoder.MessageReceived += (_, received) =>
        {
            OwnChunk chunk = JsonSerializer.Deserialize(received.Message.Payload, OwnAnswerJsonContext.Default.OwnChunk)!;
            characters += JsonSerializer.Deserialize(chunk.Bytes, OwnAnswerJsonContext.Default.OwnClaudeEvent)!.Delta?.Text?.Length ?? 0;
        };
        byte[] buffer = new byte[8 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            decoder.ProcessData(buffer, 0, read);
        }

        return characters;
    }

    private async Task<int> ToolkitAsync()
    {
        var request = new ClaudeRequest { MaxTokens = 300, Messages = [ClaudeMessage.User(Prompt)] };
        int characters = 0;
        await foreach (ClaudeStreamEvent streamEvent in Toolkit.StreamAsync(ClaudeModels.Sonnet45, request).WithCancellation(CancellationToken.None)
            .ConfigureAwait(false))
        {
            characters += streamEvent.Text?.Length ?? 0;
        }

        return characters;
    }

    private async Task<int> AnthropicAsync()
    {
        int characters = 0;
        IAsyncEnumerable<RawMessageStreamEvent> events = AnthropicClient.Messages.CreateStreaming(new MessageCreateParams
        {
            Model = ClaudeId,
            MaxTokens = 300,
            Messages = [new UserMessageParam(Prompt)],
        });
        await foreach (RawMessageStreamEvent streamEvent in events.ConfigureAwait(false))
        {
            if (streamEvent.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? delta) && delta.Delta.TryPickText(out TextDelta? text))
            {
                characters += text.Text.Length;
            }
        }

        return characters;
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>InvokeModelWithBidirectionalStream: a talk with Nova Sonic, events in and events out at the same time, over HTTP/2 alone.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/nova2-userguide/sonic-input-events.html</remarks>
internal sealed class SimulatedSpeech : ISimulatedOperation
{
    private const string Chunk = "chunk";

    /// <summary>The models that talk.</summary>
    public static IReadOnlyList<string> Models { get; } = ["amazon.nova-2-sonic-v1:0"];

    public IReadOnlyList<OperationTemplate> Templates { get; } =
    [
        new("InvokeModelWithBidirectionalStream", "POST", "/model/{modelId}/invoke-with-bidirectional-stream")
        {
            ChecksModel = true, IsStreaming = true, IsBidirectional = true, TakesProfiles = false,
        },
    ];

    public Answer Answer(OperationCall call)
    {
        string model = call.Route.ModelId!;
        if (!Models.Contains(model))
        {
            throw ServiceFailure.Validation(
                $"The model '{model}' does not talk in a bidirectional stream; {string.Join(", ", Models)} does, by its id in a Region.");
        }

        return Engine.Answer.EventStream(FramesAsync(call));
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> FramesAsync(OperationCall call,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var session = new SpeechSession(((SpeechCount)call.State.GetOrAdd(nameof(SpeechCount), static _ => new SpeechCount())).Next());
        IAsyncEnumerator<ReceivedFrame> frames = ReceivedFrame.ReadAllAsync(call.Request.LiveBody!, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable ending = frames.ConfigureAwait(false);
        int index = 0;
        while (true)
        {
            List<byte[]> events = [];
            byte[]? failure = null;
            try
            {
                if (!await frames.MoveNextAsync().ConfigureAwait(false) || EventOf(frames.Current, call.Request.FrameSignatures!) is not { } input)
                {
                    break;
                }

                events = session.Take(input);
            }
            catch (ServiceFailure e)
            {
                failure = e.Code == "ValidationException" ? EventFrames.Exception("validationException", e.Message) : EventFrames.Error(e.Code!, e.Message);
            }
            catch (Exception e) when (e is InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException)
            {
                failure = EventFrames.Exception("validationException", e.Message);
            }

            foreach (byte[] output in events)
            {
                yield return EventFrames.Chunk(output, index++);
            }

            if (failure is not null)
            {
                yield return failure;

                // An answer that ends before its request is reset, and the reset can overtake the failure: the client ends first.
                await call.Request.LiveBody!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
                break;
            }
        }
    }

    /// <summary>The JSON inside a signed frame; null for the empty frame that ends the stream.</summary>
    private static byte[]? EventOf(ReceivedFrame signed, FrameSignatures signatures)
    {
        signatures.Verify(signed);
        if (signed.Payload.IsEmpty)
        {
            return null;
        }

        if (ReceivedFrame.Read(signed.Payload.ToArray()) is not { } inner || inner.Text(":message-type") != "event" || inner.Text(":event-type") != Chunk)
        {
            throw ServiceFailure.Validation($"A signed frame holds no event '{Chunk}'.");
        }

        try
        {
            using JsonDocument payload = JsonDocument.Parse(inner.Payload);
            return payload.RootElement.GetProperty("bytes").GetBytesFromBase64();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw ServiceFailure.Validation($"An event '{Chunk}' holds no member 'bytes' in base64.");
        }
    }

    private sealed class SpeechCount
    {
        private int _sessions;

        public int Next() => Interlocked.Increment(ref _sessions);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Cassettes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Counts of tokens where the service has them: headers, the usage of Converse, the metrics at the end of a stream.</summary>
internal static class AnswerTokens
{
    public const string OutputHeader = "x-amzn-bedrock-output-token-count";
    public const string InputHeader = "x-amzn-bedrock-input-token-count";

    /// <summary>Sets the counts of an answer; one that is an error has none.</summary>
    public static void Set(Answer answer, OperationRoute route, int input, int output)
    {
        if (answer.StatusCode != 200 || !answer.HasHead)
        {
            return;
        }

        bool isConverse = route.Template.Group == SimulatedConverse.Group;
        if (answer.Frames is { } frames)
        {
            answer.Frames = isConverse ? InMetadata(frames, input, output) : InLastChunk(frames, input, output);
        }
        else if (isConverse)
        {
            answer.Body = WithUsage(answer.Body, input, output);
        }
        else
        {
            answer.Headers.RemoveAll(static header => header.Key is InputHeader or OutputHeader);
            answer.Add(InputHeader, input.ToString(CultureInfo.InvariantCulture));
            answer.Add(OutputHeader, output.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Lets a recorded call know what its answer tells.</summary>
    public static void Watch(Answer answer, RecordedCall? call)
    {
        if (call is not null && answer.Frames is { } frames)
        {
            answer.Frames = Watched(frames, call);
        }
        else if (call is not null)
        {
            (int? input, int? output) = call.Operation == "Converse" ? Of(answer.Body) : default;
            (int? Input, int? Output) counts = (Header(answer, InputHeader) ?? input, Header(answer, OutputHeader) ?? output);
            call.Counts = () => counts;
        }
    }

    /// <summary>What a body or the content of an event tells; nulls when it tells nothing.</summary>
    public static (int? Input, int? Output) Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? default
                : (Member(root, "usage", "inputTokens") ?? Member(root, "amazon-bedrock-invocationMetrics", "inputTokenCount"),
                    Member(root, "usage", "outputTokens") ?? Member(root, "amazon-bedrock-invocationMetrics", "outputTokenCount"));
        }
        catch (JsonException)
        {
            // No JSON, no count.
            return default;
        }
    }

    /// <summary>A count among the headers of an answer.</summary>
    public static int? Header(Answer answer, string name) =>
        answer.Headers.Find(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { } value
            ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static int? Member(JsonElement owner, string name, string count) =>
        owner.TryGetProperty(name, out JsonElement usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty(count, out JsonElement value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    // The counts are in the last frame, and which one that is shows only behind it: each is held, and read when somebody asks.
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Watched(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, RecordedCall call,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            call.Counts = () => EventOf(frame) is { } last ? Of(last.Content.ToBytes()) : default;
            yield return frame;
        }
    }

    private static byte[] WithUsage(ReadOnlyMemory<byte> json, int input, int output)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return SimulatedJson.Object(writer =>
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Name != "usage")
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteStartObject("usage");
            writer.WriteNumber("inputTokens", input);
            writer.WriteNumber("outputTokens", output);
            writer.WriteNumber("totalTokens", input + output);
            writer.WriteEndObject();
        });
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> InMetadata(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, int input, int output,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int index = 0;
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return EventOf(frame) is { Kind: EpisodeEventKind.Event, Name: "metadata" } metadata
                ? EventFrames.Event(metadata.Name, WithUsage(metadata.Content.ToBytes(), input, output), index)
                : frame;
            index++;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> InLastChunk(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, int input, int output,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte>? held = null;
        int index = 0;
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (held is { } before)
            {
                yield return before;
                index++;
            }

            held = frame;
        }

        if (held is { } last)
        {
            yield return EventOf(last) is { Kind: EpisodeEventKind.Chunk, Content.Json.ValueKind: JsonValueKind.Object } chunk
                ? EventFrames.Chunk(EventFrames.WithMetrics(chunk.Content.ToBytes().ToArray(), input, output), index)
                : last;
        }
    }

    private static EpisodeEvent? EventOf(ReadOnlyMemory<byte> frame)
    {
        List<EpisodeEvent> events = new FrameSplitter().Add(frame.Span, TimeSpan.Zero);
        return events.Count == 1 ? events[0] : null;
    }
}

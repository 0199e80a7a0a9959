using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>
/// The payload of a chunk, down to a family's event: what cannot be read is a <see cref="BedrockProtocolException"/> that names the place and
/// nothing of the payload; what can be read and is written again says the same.
/// </summary>
internal sealed class ChunkTarget : FuzzTarget
{
    // Stands in every text, so that a message that quotes the payload is caught.
    private const string Secret = "do-not-tell";

    private static readonly string[] ClaudeEvents =
    [
        $$$$"""{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"{{{{Secret}}}}","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":1}}}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
        """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"weather","input":{}}}""",
        $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{Secret}}} \u00e9\ud83d\ude00"}}""",
        $$$"""{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"{{{Secret}}}\""}}""",
        """{"type":"content_block_delta","index":2,"delta":{"type":"thinking_delta","thinking":"hm"}}""",
        """{"type":"content_block_stop","index":0}""",
        """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}}""",
        """{"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":9,"outputTokenCount":15,"invocationLatency":1,"firstByteLatency":1}}""",
        """{"type":"ping"}""",
        """{"type":"something_new","data":[1,2,{"a":null}]}""",
    ];

    private static readonly string[] TitanEvents =
    [
        $$$"""{"outputText":"{{{Secret}}}","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":5}""",
        """{"outputText":"b","index":0.0,"totalOutputTextTokenCount":28.0,"completionReason":"FINISH","inputTextTokenCount":null}""",
    ];

    /// <inheritdoc/>
    public override string Name => "chunk payloads";

    /// <inheritdoc/>
    public override FuzzOutcome TryOne(Random random) => random.Next(4) == 0
        ? TryOne(random, TitanEvents, TitanModels.TextFromId("fuzz").EventTypeInfo)
        : TryOne(random, ClaudeEvents, ClaudeModels.Sonnet45.EventTypeInfo);

    private static FuzzOutcome TryOne<TEvent>(Random random, string[] events, JsonTypeInfo<TEvent> info)
    {
        byte[] json = Encoding.UTF8.GetBytes(events[random.Next(events.Length)]);
        byte[] unknown = RandomJson.Object(random);
        int changesInside = random.Next(3) == 0 ? 0 : random.Next(1, 4);
        json = changesInside == 0 ? WithMembers(json, unknown) : Mutation.Apply(json, unknown, random, changesInside);
        byte[] payload = Encoding.UTF8.GetBytes($$"""{"bytes":"{{Convert.ToBase64String(json)}}","p":"abcdefgh"}""");
        int changesOutside = random.Next(2) == 0 ? 0 : random.Next(1, 4);
        payload = changesOutside == 0 ? payload : Mutation.Apply(payload, unknown, random, changesOutside);
        TEvent read;
        try
        {
            read = ChunkPayload.Read(payload, info);
        }
        catch (BedrockProtocolException e)
        {
            if (changesInside == 0 && changesOutside == 0)
            {
                throw new FuzzException("A good chunk was refused.", payload, e);
            }

            return e.ToString().Contains(Secret, StringComparison.Ordinal)
                ? throw new FuzzException("The exception quotes the payload.", payload, e)
                : new FuzzOutcome(payload.Length, false);
        }
#pragma warning disable CA1031 // Whatever else comes out is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new FuzzException("An exception that is not documented.", payload, e);
        }

        if (changesInside == 0 && changesOutside == 0)
        {
            RequireSame(JsonSerializer.SerializeToUtf8Bytes(read, info), json, payload);
        }

        return new FuzzOutcome(payload.Length, true);
    }

    private static byte[] WithMembers(byte[] json, byte[] more) =>
        more.Length <= 2 ? json : [.. json.AsSpan(0, json.Length - 1), (byte)',', .. more.AsSpan(1)];

    private static void RequireSame(byte[] written, byte[] json, byte[] payload)
    {
        if (!JsonNode.DeepEquals(WithoutNulls(JsonNode.Parse(written)), WithoutNulls(JsonNode.Parse(json))))
        {
            throw new FuzzException($"The event is written as {Encoding.UTF8.GetString(written)}.", payload);
        }
    }

    // A member that is null and one that is absent say the same.
    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToArray())
                {
                    if (WithoutNulls(value) is null)
                    {
                        members.Remove(name);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    WithoutNulls(item);
                }

                break;
            default:
                break;
        }

        return node;
    }
}

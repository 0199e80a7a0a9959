using System.Text;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Frames as Bedrock sends them.</summary>
internal static class Frames
{
    /// <summary>One chunk that holds an event's JSON.</summary>
    public static byte[] Chunk(string json) => Chunk(Encoding.UTF8.GetBytes(json));

    /// <summary>One chunk that holds any bytes in place of an event's JSON.</summary>
    public static byte[] Chunk(byte[] json) => ChunkOf($$"""{"bytes":"{{Convert.ToBase64String(json)}}","p":"abcdefgh"}""");

    /// <summary>One chunk frame with any payload.</summary>
    public static byte[] ChunkOf(string payload) => ChunkOf(Encoding.UTF8.GetBytes(payload));

    /// <summary>One chunk frame with any payload.</summary>
    public static byte[] ChunkOf(byte[] payload) => Of(payload, (":event-type", "chunk"), (":content-type", "application/json"), (":message-type", "event"));

    /// <summary>An exception frame.</summary>
    public static byte[] Exception(string type, string payload) =>
        Of(payload, (":exception-type", type), (":content-type", "application/json"), (":message-type", "exception"));

    /// <summary>Any frame with text headers.</summary>
    public static byte[] Of(string payload, params (string Name, string Value)[] headers) => Of(Encoding.UTF8.GetBytes(payload), headers);

    /// <summary>Any frame with text headers.</summary>
    public static byte[] Of(byte[] payload, params (string Name, string Value)[] headers) =>
        EventStreamEncoder.Encode(new EventStreamMessage(headers.Select(h => EventStreamHeader.FromString(h.Name, h.Value)), payload));
}

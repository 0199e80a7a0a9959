using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One event of ConverseStream: a closed set, with <see cref="UnknownConverseStreamEvent"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>
/// On the wire the name of the event stands in a frame header; as JSON, for saving, an event is an object with that name as its one member.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
/// </remarks>
[JsonConverter(typeof(ConverseStreamEventConverter))]
public abstract class ConverseStreamEvent
{
    private protected ConverseStreamEvent()
    {
    }

    /// <summary>The piece of text that the event brings: <c>Console.Write(e.Text)</c>.</summary>
    /// <value>Null for every event that brings no text of the answer.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    /// <summary>Members that this version does not know; kept when read and written back. The service's padding <c>p</c> is dropped.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

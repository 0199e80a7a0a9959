using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether the model may or must call tools, of a kind that this version does not know; written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ToolChoice.AdditionalProperties"/> are not.</remarks>
public sealed class UnknownToolChoice : ToolChoice
{
    /// <summary>Keeps raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public UnknownToolChoice(JsonElement raw) => Raw = raw;

    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    [JsonIgnore]
    public JsonElement Raw { get; }
}

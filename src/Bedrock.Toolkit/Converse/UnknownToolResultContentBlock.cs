using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of a tool's answer, of a kind that this version does not know; written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ToolResultContentBlock.AdditionalProperties"/> are not.</remarks>
public sealed class UnknownToolResultContentBlock : ToolResultContentBlock
{
    /// <summary>Keeps raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public UnknownToolResultContentBlock(JsonElement raw) => Raw = raw;

    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    [JsonIgnore]
    public JsonElement Raw { get; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the answer of a tool that the service ran: a closed set, with <see cref="UnknownToolResultBlockDelta"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockDelta.html</remarks>
[JsonConverter(typeof(ToolResultBlockDeltaConverter))]
public abstract class ToolResultBlockDelta
{
    private protected ToolResultBlockDelta()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

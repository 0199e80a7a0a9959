using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Why a part of the content is missing. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ErrorBlock.html</remarks>
public sealed class ErrorBlock
{
    /// <summary>What went wrong.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ErrorBlock Clone()
    {
        var copy = (ErrorBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a block of a stream begins with: a closed set, with <see cref="UnknownContentBlockStart"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html</remarks>
[JsonConverter(typeof(ContentBlockStartConverter))]
public abstract class ContentBlockStart
{
    private protected ContentBlockStart()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

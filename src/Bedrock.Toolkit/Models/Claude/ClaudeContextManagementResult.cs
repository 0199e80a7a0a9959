using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What was taken out of the conversation. Not thread safe while it is changed.</summary>
public sealed class ClaudeContextManagementResult
{
    /// <summary>The edits that did something.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("applied_edits")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeAppliedContextEdit>))]
    public IList<ClaudeAppliedContextEdit>? AppliedEdits { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

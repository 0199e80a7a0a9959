using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much work goes into the answer, and what form it has. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-structured-outputs.html</remarks>
public sealed class ClaudeOutputConfig
{
    /// <summary>How much work the model puts into the answer.</summary>
    /// <value><c>high</c> by default, <c>medium</c> on Opus 5.5 and Haiku 5.5; omitted when null.</value>
    [JsonPropertyName("effort")]
    public ClaudeEffort? Effort { get; set; }

    /// <summary>The form that the answer must have.</summary>
    /// <value>Sonnet 4.5, Haiku 4.5, Opus 4.5, Sonnet 4.6 and Opus 4.6, refused by others; not together with citations; omitted when null.</value>
    [JsonPropertyName("format")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputFormat>))]
    public ClaudeOutputFormat? Format { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeOutputConfig Clone() => new() { Effort = Effort, Format = Format?.Clone(), AdditionalProperties = AdditionalProperties.Copy() };
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The form that the answer of an imported model must have: exactly one of the members. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
public sealed class ChatCompletionStructuredOutputs
{
    /// <summary>A JSON schema that the answer follows.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("json")]
    public JsonElement? Json { get; set; }

    /// <summary>A regular expression that the answer matches.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("regex")]
    public string? Regex { get; set; }

    /// <summary>The texts of which the answer is one.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("choice")]
    [JsonConverter(typeof(ChatCompletionListConverter<string>))]
    public IList<string>? Choice { get; set; }

    /// <summary>A grammar that the answer follows.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("grammar")]
    public string? Grammar { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionStructuredOutputs Clone()
    {
        var copy = (ChatCompletionStructuredOutputs)MemberwiseClone();
        copy.Choice = Choice.Copy();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

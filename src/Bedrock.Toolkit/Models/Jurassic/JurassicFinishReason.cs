using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Jurassic-2 model stopped, with what belongs to it. Not thread safe while it is changed.</summary>
public sealed class JurassicFinishReason
{
    /// <summary>The reason.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reason")]
    public JurassicFinishReasonKind? Reason { get; set; }

    /// <summary>The limit, with <c>length</c>.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("length")]
    [JsonConverter(typeof(CountConverter))]
    public int? Length { get; set; }

    /// <summary>The stop sequence, with <c>stop</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("sequence")]
    public string? Sequence { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

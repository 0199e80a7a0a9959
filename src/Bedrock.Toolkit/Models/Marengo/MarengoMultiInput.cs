using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text that refers to several images; all become one vector. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoMultiInput
{
    /// <summary>The text.</summary>
    /// <value>Up to 500 tokens, the places <c>&lt;@name&gt;</c> included; omitted when null.</value>
    [JsonPropertyName("inputText")]
    public string? InputText { get; set; }

    /// <summary>The images.</summary>
    /// <value>At least one; empty by default.</value>
    [JsonPropertyName("mediaSources")]
    [JsonConverter(typeof(MarengoListConverter<MarengoNamedSource>))]
    [AllowNull]
    public IList<MarengoNamedSource> MediaSources { get; set => field = value ?? []; } = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

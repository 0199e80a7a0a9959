using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The content of a document block. Not thread safe while it is changed.</summary>
/// <remarks>AWS says that the Nova models take documents through Converse and not through InvokeModel; the shape is that of Converse.</remarks>
public sealed class NovaDocument
{
    /// <summary>The file format.</summary>
    /// <value>Such as <c>pdf</c>; omitted when null.</value>
    [JsonPropertyName("format")]
    public NovaDocumentFormat? Format { get; set; }

    /// <summary>The name by which the model knows the document.</summary>
    /// <value>Letters, digits, single spaces, hyphens, parentheses and brackets; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Where the bytes are.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMediaSource>))]
    public NovaMediaSource? Source { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaDocument Clone()
    {
        var copy = (NovaDocument)MemberwiseClone();
        copy.Source = Source?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A source of a text. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html</remarks>
public sealed class Citation
{
    /// <summary>The title of the source.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Where the source comes from.</summary>
    /// <value>Such as the address that a search result had; omitted when null.</value>
    [JsonPropertyName("source")]
    public string? Source { get; set; }

    /// <summary>The cited passage.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("sourceContent")]
    [JsonConverter(typeof(ConverseListConverter<CitationSourceContent>))]
    public IList<CitationSourceContent>? SourceContent { get; set; }

    /// <summary>Where in the source the passage is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("location")]
    public CitationLocation? Location { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal Citation Clone()
    {
        var copy = (Citation)MemberwiseClone();
        copy.SourceContent = SourceContent?.Copy(static item => item.Clone());
        copy.Location = Location?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A source of the text before it. Not thread safe while it is changed.</summary>
public sealed class CitationDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public CitationDelta()
    {
    }

    /// <summary>A source of the text before it.</summary>
    /// <param name="citation">The source.</param>
    public CitationDelta(CitationsDelta citation) => Citation = citation;

    /// <summary>The source.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citation")]
    [JsonConverter(typeof(ConverseObjectConverter<CitationsDelta>))]
    public CitationsDelta? Citation { get; set; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text with its sources. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html</remarks>
public sealed class CitationsContentBlock
{
    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ConverseListConverter<CitationGeneratedContent>))]
    public IList<CitationGeneratedContent>? Content { get; set; }

    /// <summary>The sources.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(ConverseListConverter<Citation>))]
    public IList<Citation>? Citations { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CitationsContentBlock Clone()
    {
        var copy = (CitationsContentBlock)MemberwiseClone();
        copy.Content = Content?.Copy(static item => item.Clone());
        copy.Citations = Citations?.Copy(static item => item.Clone());
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

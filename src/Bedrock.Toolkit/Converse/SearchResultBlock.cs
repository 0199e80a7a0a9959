using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A result of a search of your own, that the model can cite. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html</remarks>
public sealed class SearchResultBlock
{
    /// <summary>Where it comes from.</summary>
    /// <value>Such as an address; empty by default.</value>
    [JsonPropertyName("source")]
    [AllowNull]
    public string Source
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Its title.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("title")]
    [AllowNull]
    public string Title
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Its text.</summary>
    /// <value>Blocks, which are cited one by one; empty by default.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ConverseListConverter<SearchResultContentBlock>))]
    [AllowNull]
    public IList<SearchResultContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Whether the model may cite it.</summary>
    /// <value>Off when null; omitted when null.</value>
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(ConverseObjectConverter<CitationsConfig>))]
    public CitationsConfig? Citations { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal SearchResultBlock Clone()
    {
        var copy = (SearchResultBlock)MemberwiseClone();
        copy.Content = Content.Copy(static item => item.Clone());
        copy.Citations = Citations?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One block of a tool's answer: a closed set, with <see cref="UnknownToolResultContentBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultContentBlock.html</remarks>
[JsonConverter(typeof(ToolResultContentBlockConverter))]
public abstract class ToolResultContentBlock
{
    private protected ToolResultContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ToolResultContentBlock?(string? text) => text is null ? null : new ToolResultText(text);

    /// <summary>JSON.</summary>
    /// <param name="json">Any value.</param>
    public static implicit operator ToolResultContentBlock(JsonElement json) => new ToolResultJson(json);

    /// <summary>An image.</summary>
    /// <param name="image">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ToolResultContentBlock?(ImageBlock? image) => image is null ? null : new ToolResultImage(image);

    /// <summary>A document.</summary>
    /// <param name="document">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(document))]
    public static implicit operator ToolResultContentBlock?(DocumentBlock? document) => document is null ? null : new ToolResultDocument(document);

    /// <summary>A video.</summary>
    /// <param name="video">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(video))]
    public static implicit operator ToolResultContentBlock?(VideoBlock? video) => video is null ? null : new ToolResultVideo(video);

    /// <summary>A search result.</summary>
    /// <param name="searchResult">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(searchResult))]
    public static implicit operator ToolResultContentBlock?(SearchResultBlock? searchResult) => searchResult is null ? null : new ToolResultSearchResult(searchResult);

    internal ToolResultContentBlock Clone()
    {
        var copy = (ToolResultContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A source of a text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html</remarks>
public sealed partial class Citation : BedrockObject
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
    [JsonPropertyName("sourceContent"), JsonConverter(typeof(ConverseListConverter<CitationSourceContent>))]
    public IList<CitationSourceContent>? SourceContent { get; set; }

    /// <summary>Where in the source the passage is.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("location")]
    public CitationLocation? Location { get; set; }
}

/// <summary>A piece of a cited source: a closed set, with <see cref="UnknownCitationSourceContent"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationSourceContent.html</remarks>
[JsonConverter(typeof(CitationSourceContentConverter))]
public abstract partial class CitationSourceContent : BedrockObject
{
    private protected CitationSourceContent() { }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator CitationSourceContent?(string? text) => text is null ? null : new CitationSourceText(text);
}

/// <summary>Text of a cited source.</summary>
public sealed partial class CitationSourceText : CitationSourceContent
{
    /// <summary>One without content.</summary>
    public CitationSourceText() { }

    /// <summary>Text of a cited source.</summary>
    /// <param name="text">The text.</param>
    public CitationSourceText(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of a cited source, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownCitationSourceContent : CitationSourceContent, IRawVariant;

/// <summary>Reads and writes <see cref="CitationSourceContent"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationSourceContentConverter() : SingleKeyUnionConverter<CitationSourceContent>(
    ConverseJsonContext.Default, static raw => new UnknownCitationSourceContent(raw),
    Case<CitationSourceText>("text"));

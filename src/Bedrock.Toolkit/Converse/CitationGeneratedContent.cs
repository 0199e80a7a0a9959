using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the text that has sources: a closed set, with <see cref="UnknownCitationGeneratedContent"/> for what this version does not
/// know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationGeneratedContent.html</remarks>
[JsonConverter(typeof(CitationGeneratedContentConverter))]
public abstract partial class CitationGeneratedContent : BedrockObject
{
    private protected CitationGeneratedContent() { }

    /// <summary>A text.</summary>
    /// <param name="text">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator CitationGeneratedContent?(string? text) => text is null ? null : new CitationGeneratedText(text);
}

/// <summary>Text that has sources.</summary>
public sealed partial class CitationGeneratedText : CitationGeneratedContent
{
    /// <summary>One without content.</summary>
    public CitationGeneratedText() { }

    /// <summary>Text that has sources.</summary>
    /// <param name="text">The text.</param>
    public CitationGeneratedText(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of the text that has sources, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownCitationGeneratedContent : CitationGeneratedContent, IRawVariant;

/// <summary>Reads and writes <see cref="CitationGeneratedContent"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CitationGeneratedContentConverter() : SingleKeyUnionConverter<CitationGeneratedContent>(
    ConverseJsonContext.Default, static raw => new UnknownCitationGeneratedContent(raw),
    Case<CitationGeneratedText>("text"));

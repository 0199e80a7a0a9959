using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A text inside a mixed input. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed class CohereEmbedTextPart : CohereEmbedPart
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Not blank; never null, empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

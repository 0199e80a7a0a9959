using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of text. Not thread safe while it is changed.</summary>
public sealed class NovaTextDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Text. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionTextPart : ChatCompletionContentPart
{
    /// <summary>An empty text.</summary>
    public ChatCompletionTextPart()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionTextPart(string text) => Text = text;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Whether a bare string says the same.</summary>
    [JsonIgnore]
    internal bool IsPlain => AdditionalProperties is null or { Count: 0 };
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A refusal, in an answer that is given in parts; unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionRefusalPart : ChatCompletionContentPart
{
    /// <summary>An empty text.</summary>
    public ChatCompletionRefusalPart()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="refusal">The text.</param>
    public ChatCompletionRefusalPart(string refusal) => Refusal = refusal;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "refusal";

    /// <summary>Why the model does not answer.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("refusal")]
    [AllowNull]
    public string Refusal
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}

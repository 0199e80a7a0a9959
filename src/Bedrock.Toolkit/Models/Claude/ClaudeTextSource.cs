using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Plain text as the content of a document. Not thread safe while it is changed.</summary>
public sealed class ClaudeTextSource : ClaudeSource
{
    /// <summary>A source without text.</summary>
    public ClaudeTextSource()
    {
    }

    /// <summary>Plain text.</summary>
    /// <param name="data">The text.</param>
    public ClaudeTextSource(string data) => Data = data;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The media type.</summary>
    /// <value><c>text/plain</c>, the only documented one and the default.</value>
    [JsonPropertyName("media_type")]
    [AllowNull]
    public string MediaType
    {
        get;
        set => field = value ?? "text/plain";
    }
    = "text/plain";

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("data")]
    [AllowNull]
    public string Data
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}

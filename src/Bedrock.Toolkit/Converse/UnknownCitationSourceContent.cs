using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of a cited source, of a kind that this version does not know; written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="CitationSourceContent.AdditionalProperties"/> are not.</remarks>
public sealed class UnknownCitationSourceContent : CitationSourceContent
{
    /// <summary>Keeps raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public UnknownCitationSourceContent(JsonElement raw) => Raw = raw;

    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    [JsonIgnore]
    public JsonElement Raw { get; }
}

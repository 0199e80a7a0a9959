using System.Text.Json;

namespace Bedrock.Toolkit.Converse;

/// <summary>A <see cref="GuardrailChecksContentBlock"/> of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="GuardrailChecksContentBlock.AdditionalProperties"/> are not.</remarks>
public sealed class GuardrailChecksUnknownContent : GuardrailChecksContentBlock
{
    /// <summary>The object as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public GuardrailChecksUnknownContent(JsonElement raw) => Raw = raw;

    /// <summary>The whole object.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

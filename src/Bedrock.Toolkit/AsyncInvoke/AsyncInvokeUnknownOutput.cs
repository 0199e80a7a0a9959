using System.Text.Json;

namespace Bedrock.Toolkit.Converse;

/// <summary>A <see cref="AsyncInvokeOutputDataConfig"/> of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="AsyncInvokeOutputDataConfig.AdditionalProperties"/> are not.</remarks>
public sealed class AsyncInvokeUnknownOutput : AsyncInvokeOutputDataConfig
{
    /// <summary>The object as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public AsyncInvokeUnknownOutput(JsonElement raw) => Raw = raw;

    /// <summary>The whole object.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="NovaTool.AdditionalProperties"/> are not.</remarks>
public sealed class NovaUnknownTool : NovaTool
{
    /// <summary>A tool as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public NovaUnknownTool(JsonElement raw) => Raw = raw;

    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What went wrong, told in the body of an answer whose status is 200, or inside a stream. Not thread safe while it is changed.</summary>
/// <remarks>The vendor's schema; unconfirmed on Bedrock, whose own errors have another status and become exceptions.</remarks>
public sealed class ChatCompletionError
{
    /// <summary>The message of the model's server.</summary>
    /// <value>Can quote the request: do not log it; omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>The kind of error.</summary>
    /// <value>Such as <c>invalid_request_error</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The member of the request that it is about, as the server wrote it.</summary>
    /// <value>A text or null; omitted when null.</value>
    [JsonPropertyName("param")]
    public JsonElement? Param { get; set; }

    /// <summary>The server's code.</summary>
    /// <value>A text or a number; omitted when null.</value>
    [JsonPropertyName("code")]
    public JsonElement? Code { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

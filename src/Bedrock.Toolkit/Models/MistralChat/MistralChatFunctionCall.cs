using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The function that the model calls, and with what. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatFunctionCall
{
    /// <summary>The function.</summary>
    /// <value>The name of one of the request's tools; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The arguments.</summary>
    /// <value>An object as JSON text, written by the model: it may break the schema; omitted when null.</value>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The arguments as JSON; none stand for <c>{}</c>.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The model's text is not JSON.</exception>
    public JsonElement ReadArguments() => JsonElement.Parse(string.IsNullOrWhiteSpace(Arguments) ? "{}" : Arguments);

    internal MistralChatFunctionCall Clone() =>
        new() { Name = Name, Arguments = Arguments, AdditionalProperties = WireCopies.Copy(AdditionalProperties) };
}

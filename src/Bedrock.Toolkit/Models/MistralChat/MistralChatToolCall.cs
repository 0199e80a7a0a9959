using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A call of a tool by the model. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatToolCall
{
    /// <summary>The id of the call, which its result names.</summary>
    /// <value>Nine letters and digits in the vendor's own answers; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c> or nothing; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function, and with what it is called.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(MistralChatObjectConverter<MistralChatFunctionCall>))]
    public MistralChatFunctionCall? Function { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A call of a function.</summary>
    /// <param name="id">The id of the call.</param>
    /// <param name="name">The function.</param>
    /// <param name="arguments">The arguments, a JSON object.</param>
    /// <returns>The call.</returns>
    public static MistralChatToolCall Create(string id, string name, JsonElement arguments) =>
        new() { Id = id, Function = new MistralChatFunctionCall { Name = name, Arguments = arguments.GetRawText() } };

    internal MistralChatToolCall Clone() =>
        new() { Id = Id, Type = Type, Function = Function?.Clone(), AdditionalProperties = WireCopies.Copy(AdditionalProperties) };
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of your own: the model asks, your program runs it. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
public sealed class MistralChatTool
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>, the only documented one and the default; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; } = "function";

    /// <summary>The function.</summary>
    /// <value>Omitted when null, which only a kind of tool that this version does not know can mean.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(MistralChatObjectConverter<MistralChatFunction>))]
    public MistralChatFunction? Function { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A function that the model may call.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments: an object.</param>
    /// <returns>The tool.</returns>
    public static MistralChatTool Create(string name, string? description, JsonElement parameters) =>
        new() { Function = new MistralChatFunction { Name = name, Description = description, Parameters = parameters } };

    internal MistralChatTool Clone() => new() { Type = Type, Function = Function?.Clone(), AdditionalProperties = WireCopies.Copy(AdditionalProperties) };
}

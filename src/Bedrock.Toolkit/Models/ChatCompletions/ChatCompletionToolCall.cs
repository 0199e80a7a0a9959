using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model asks for a tool. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionToolCall
{
    /// <summary>Which call a piece belongs to.</summary>
    /// <value>From 0, only in a stream; omitted when null.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The id that the result refers to.</summary>
    /// <value>In a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>; in a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function and its arguments.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunctionCall>))]
    public ChatCompletionFunctionCall? Function { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The function's name.</summary>
    /// <value>Empty when the answer has none.</value>
    [JsonIgnore]
    public string Name => Function?.Name ?? string.Empty;

    /// <summary>A call of a function.</summary>
    /// <param name="id">The id that the result refers to.</param>
    /// <param name="name">The function.</param>
    /// <param name="arguments">What it is called with: a JSON object as text.</param>
    /// <returns>The call.</returns>
    public static ChatCompletionToolCall ForFunction(string id, string name, string arguments) => new()
    {
        Id = id,
        Type = "function",
        Function = new ChatCompletionFunctionCall { Name = name, Arguments = arguments },
    };

    /// <summary>The arguments as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The arguments; null when they are the JSON null. No text at all counts as <c>{}</c>.</returns>
    /// <exception cref="JsonException">The arguments are no JSON, or do not fit the type.</exception>
    public T? ArgumentsAs<T>(JsonTypeInfo<T> typeInfo)
    {
        string? arguments = Function?.Arguments;
        return JsonSerializer.Deserialize(string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments, typeInfo);
    }

    internal ChatCompletionToolCall Clone()
    {
        var copy = (ChatCompletionToolCall)MemberwiseClone();
        copy.Function = Function?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}

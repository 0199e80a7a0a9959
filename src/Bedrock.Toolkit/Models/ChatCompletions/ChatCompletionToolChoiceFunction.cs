using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The choice of one function. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionToolChoiceFunction : ChatCompletionToolChoice
{
    /// <summary>No function yet.</summary>
    public ChatCompletionToolChoiceFunction()
    {
    }

    /// <summary>The choice of a function.</summary>
    /// <param name="name">The function.</param>
    public ChatCompletionToolChoiceFunction(string name) => Function = new ChatCompletionFunctionName { Name = name };

    /// <summary>The kind of choice.</summary>
    /// <value><c>function</c>, the default.</value>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    [AllowNull]
    public string Type
    {
        get;
        set => field = value ?? "function";
    }
    = "function";

    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunctionName>))]
    public ChatCompletionFunctionName? Function { get; set; }

    private protected override void Detach() => Function = Function?.Clone();
}

using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the model must, may or must not call tools. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MistralChatToolChoice>))]
public readonly record struct MistralChatToolChoice(string Value) : IOpenValue<MistralChatToolChoice>
{
    /// <summary>The model decides: the default.</summary>
    public static MistralChatToolChoice Auto { get; } = new("auto");

    /// <summary>The model must call a tool.</summary>
    public static MistralChatToolChoice Any { get; } = new("any");

    /// <summary>The model must not call tools.</summary>
    public static MistralChatToolChoice None { get; } = new("none");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MistralChatToolChoice(string value) => new(value);

    /// <inheritdoc/>
    public static MistralChatToolChoice Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

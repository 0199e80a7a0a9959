using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MistralChatRole>))]
public readonly record struct MistralChatRole(string Value) : IOpenValue<MistralChatRole>
{
    /// <summary>The instructions for the whole conversation.</summary>
    public static MistralChatRole System { get; } = new("system");

    /// <summary>The user.</summary>
    public static MistralChatRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static MistralChatRole Assistant { get; } = new("assistant");

    /// <summary>The result of a tool.</summary>
    public static MistralChatRole Tool { get; } = new("tool");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MistralChatRole(string value) => new(value);

    /// <inheritdoc/>
    public static MistralChatRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

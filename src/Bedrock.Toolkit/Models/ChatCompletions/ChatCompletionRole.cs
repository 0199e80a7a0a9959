using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionRole>))]
public readonly record struct ChatCompletionRole(string Value) : IOpenValue<ChatCompletionRole>
{
    /// <summary>Instructions for the whole conversation.</summary>
    public static ChatCompletionRole System { get; } = new("system");

    /// <summary>Instructions for the whole conversation, as gpt-oss calls them; the same as <c>system</c> there.</summary>
    public static ChatCompletionRole Developer { get; } = new("developer");

    /// <summary>The user.</summary>
    public static ChatCompletionRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ChatCompletionRole Assistant { get; } = new("assistant");

    /// <summary>The result of a tool, one message for each call.</summary>
    public static ChatCompletionRole Tool { get; } = new("tool");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ChatCompletionRole(string value) => new(value);

    /// <inheritdoc/>
    public static ChatCompletionRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

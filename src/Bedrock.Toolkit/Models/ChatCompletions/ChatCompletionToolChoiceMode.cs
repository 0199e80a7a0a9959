using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A choice that is a string on the wire: <c>auto</c>, <c>none</c> or <c>required</c>. Immutable but for its base.</summary>
public sealed class ChatCompletionToolChoiceMode : ChatCompletionToolChoice
{
    /// <summary>A mode.</summary>
    /// <param name="value">The text on the wire; any string is taken.</param>
    public ChatCompletionToolChoiceMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Raw = JsonSerializer.SerializeToElement(value, ChatCompletionJsonContext.Default.String);
    }

    /// <summary>The text on the wire.</summary>
    /// <value><c>auto</c>, <c>none</c>, <c>required</c> or one that this version does not know.</value>
    public string Value { get; }

    /// <summary>The JSON string, made once so that writing costs nothing.</summary>
    internal JsonElement Raw { get; }
}

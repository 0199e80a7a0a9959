using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How closely the model looks at an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionImageDetail>))]
public readonly record struct ChatCompletionImageDetail(string Value) : IOpenValue<ChatCompletionImageDetail>
{
    /// <summary>The model decides.</summary>
    public static ChatCompletionImageDetail Auto { get; } = new("auto");

    /// <summary>Coarsely, for few tokens.</summary>
    public static ChatCompletionImageDetail Low { get; } = new("low");

    /// <summary>Closely.</summary>
    public static ChatCompletionImageDetail High { get; } = new("high");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ChatCompletionImageDetail(string value) => new(value);

    /// <inheritdoc/>
    public static ChatCompletionImageDetail Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

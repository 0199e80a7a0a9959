using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How adaptive thinking is shown in the answer. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeThinkingDisplay>))]
public readonly record struct ClaudeThinkingDisplay(string Value) : IOpenValue<ClaudeThinkingDisplay>
{
    /// <summary>As a summary.</summary>
    public static ClaudeThinkingDisplay Summarized { get; } = new("summarized");

    /// <summary>Without its text.</summary>
    public static ClaudeThinkingDisplay Omitted { get; } = new("omitted");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeThinkingDisplay(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeThinkingDisplay Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

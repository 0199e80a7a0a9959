using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much work the model puts into an answer. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeEffort>))]
public readonly record struct ClaudeEffort(string Value) : IOpenValue<ClaudeEffort>
{
    /// <summary>The least.</summary>
    public static ClaudeEffort Low { get; } = new("low");

    /// <summary>Between low and high; the default of Opus 5.5 and Haiku 5.5.</summary>
    public static ClaudeEffort Medium { get; } = new("medium");

    /// <summary>The default of most models.</summary>
    public static ClaudeEffort High { get; } = new("high");

    /// <summary>More than high; not with thinking switched off on Opus 5.</summary>
    public static ClaudeEffort ExtraHigh { get; } = new("xhigh");

    /// <summary>The most; not with thinking switched off on Opus 5.</summary>
    public static ClaudeEffort Max { get; } = new("max");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeEffort(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeEffort Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

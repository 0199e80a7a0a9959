using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long a cached prefix lives after its last use. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeCacheTtl>))]
public readonly record struct ClaudeCacheTtl(string Value) : IOpenValue<ClaudeCacheTtl>
{
    /// <summary>Five minutes: the default.</summary>
    public static ClaudeCacheTtl FiveMinutes { get; } = new("5m");

    /// <summary>One hour: Sonnet 4.5, Haiku 4.5, Opus 4.5 and later.</summary>
    public static ClaudeCacheTtl OneHour { get; } = new("1h");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeCacheTtl(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeCacheTtl Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The height of a video. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<LumaResolution>))]
public readonly record struct LumaResolution(string Value) : IOpenValue<LumaResolution>
{
    /// <summary>540 lines.</summary>
    public static LumaResolution P540 { get; } = new("540p");

    /// <summary>720 lines.</summary>
    public static LumaResolution P720 { get; } = new("720p");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator LumaResolution(string value) => new(value);

    /// <inheritdoc/>
    public static LumaResolution Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a shot or a video ended. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReelStatusValue>))]
public readonly record struct NovaReelStatusValue(string Value) : IOpenValue<NovaReelStatusValue>
{
    /// <summary>It is at its location.</summary>
    public static NovaReelStatusValue Success { get; } = new("SUCCESS");

    /// <summary>It failed.</summary>
    public static NovaReelStatusValue Failure { get; } = new("FAILURE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReelStatusValue(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReelStatusValue Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a shot or a video failed. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReelFailureType>))]
public readonly record struct NovaReelFailureType(string Value) : IOpenValue<NovaReelFailureType>
{
    /// <summary>An error of the service.</summary>
    public static NovaReelFailureType InternalServerException { get; } = new("INTERNAL_SERVER_EXCEPTION");

    /// <summary>A content filter withheld it.</summary>
    public static NovaReelFailureType OutputVideoDeflection { get; } = new("RAI_VIOLATION_OUTPUT_VIDEO_DEFLECTION");

    /// <summary>Too much at once.</summary>
    public static NovaReelFailureType RateLimitExceeded { get; } = new("RATE_LIMIT_EXCEEDED");

    /// <summary>It was given up because another part failed.</summary>
    public static NovaReelFailureType Aborted { get; } = new("ABORTED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReelFailureType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReelFailureType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

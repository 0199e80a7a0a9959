using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How long a cache entry lives after its last use. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CacheTtl>))]
public readonly record struct CacheTtl(string Value) : IOpenValue<CacheTtl>
{
    /// <summary>Five minutes; what a cache point without a TTL has.</summary>
    public static CacheTtl FiveMinutes { get; } = new("5m");

    /// <summary>One hour, at a higher price for writing; only some models take it.</summary>
    public static CacheTtl OneHour { get; } = new("1h");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CacheTtl(string value) => new(value);

    /// <inheritdoc/>
    public static CacheTtl Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

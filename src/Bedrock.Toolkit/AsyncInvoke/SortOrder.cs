using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The order of a list. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<SortOrder>))]
public readonly record struct SortOrder(string Value) : IOpenValue<SortOrder>
{
    /// <summary>The smallest, or oldest, first.</summary>
    public static SortOrder Ascending { get; } = new("Ascending");

    /// <summary>The largest, or newest, first.</summary>
    public static SortOrder Descending { get; } = new("Descending");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator SortOrder(string value) => new(value);

    /// <inheritdoc/>
    public static SortOrder Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

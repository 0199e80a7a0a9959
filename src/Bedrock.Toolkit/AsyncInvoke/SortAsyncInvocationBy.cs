using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a list of jobs is sorted by. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<SortAsyncInvocationBy>))]
public readonly record struct SortAsyncInvocationBy(string Value) : IOpenValue<SortAsyncInvocationBy>
{
    /// <summary>When they were started.</summary>
    public static SortAsyncInvocationBy SubmissionTime { get; } = new("SubmissionTime");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator SortAsyncInvocationBy(string value) => new(value);

    /// <inheritdoc/>
    public static SortAsyncInvocationBy Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

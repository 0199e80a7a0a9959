using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where a job stands. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AsyncInvokeStatus>))]
public readonly record struct AsyncInvokeStatus(string Value) : IOpenValue<AsyncInvokeStatus>
{
    /// <summary>It runs, or waits to.</summary>
    public static AsyncInvokeStatus InProgress { get; } = new("InProgress");

    /// <summary>It ended, and its output is in S3.</summary>
    public static AsyncInvokeStatus Completed { get; } = new("Completed");

    /// <summary>It ended without its output.</summary>
    public static AsyncInvokeStatus Failed { get; } = new("Failed");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AsyncInvokeStatus(string value) => new(value);

    /// <inheritdoc/>
    public static AsyncInvokeStatus Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}

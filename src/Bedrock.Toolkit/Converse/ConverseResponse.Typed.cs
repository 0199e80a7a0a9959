namespace Bedrock.Toolkit.Converse;

/// <summary>An answer as a type of your own, and the raw answer. Immutable.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed partial class ConverseResponse<T>
{
    /// <summary>Makes one, for tests.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="response">The raw answer.</param>
    /// <param name="mode">How the model was made to answer in this form.</param>
    public ConverseResponse(T value, ConverseResponse response, StructuredOutputMode mode)
    {
        ArgumentNullException.ThrowIfNull(response);
        Value = value;
        Response = response;
        Mode = mode;
    }

    /// <summary>The answer.</summary>
    public T Value { get; }

    /// <summary>The raw answer: usage, stop reason, metadata, and everything that the model wrote.</summary>
    public ConverseResponse Response { get; }

    /// <summary>How the model was made to answer in this form.</summary>
    /// <value>Never <see cref="StructuredOutputMode.Auto"/>.</value>
    public StructuredOutputMode Mode { get; }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Value", Mode.ToString(), Response.StopReason?.Value)
            .ToText($"{nameof(ConverseResponse)}<{typeof(T).Name}>", Response.TokenUsage?.TotalTokens);
}

namespace Bedrock.Toolkit.Throttling;

/// <summary>What is known of the most tokens that a call may write. The <c>default</c> value knows nothing: the body is looked at.</summary>
internal readonly record struct OutputLimit
{
    private OutputLimit(bool isKnown, bool isUnset, int? tokens)
    {
        IsKnown = isKnown;
        IsUnset = isUnset;
        Tokens = tokens;
    }

    /// <summary>The model writes no tokens.</summary>
    public static OutputLimit None { get; } = new(true, false, 0);

    public bool IsKnown { get; }

    /// <summary>Whether the call leaves its maximum to the model, which then reserves its longest answer.</summary>
    public bool IsUnset { get; }

    /// <summary>The maximum, or for an unset one the model's longest answer; null when nobody knows.</summary>
    public int? Tokens { get; }

    public static OutputLimit Of(int tokens) => new(true, false, Math.Max(0, tokens));

    public static OutputLimit Unset(int? longestAnswer) => new(true, true, longestAnswer);

    /// <summary>The limit of a typed call.</summary>
    public static OutputLimit Of<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request) =>
        Of(model.ReadMaxTokens, request, model.Capabilities.MaxOutputTokens);

    /// <summary>The limit that a request sets.</summary>
    /// <param name="read">Reads it; null when no tokens are written.</param>
    /// <param name="request">The request.</param>
    /// <param name="longestAnswer">What the model writes at most when the request sets none; null when nobody knows.</param>
    public static OutputLimit Of<TRequest>(Func<TRequest, int?>? read, TRequest request, int? longestAnswer) => read switch
    {
        null => None,
        _ => read(request) is { } tokens ? Of(tokens) : Unset(longestAnswer),
    };
}

namespace Bedrock.Toolkit.Converse;

/// <summary>A typed answer as far as it has come. Immutable.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class ConverseUpdate<T>
{
    /// <summary>Makes one, for tests.</summary>
    /// <param name="value">What has come.</param>
    /// <param name="answer">The whole answer; null while it is on its way.</param>
    public ConverseUpdate(T value, ConverseResponse<T>? answer)
    {
        Value = value;
        Answer = answer;
    }

    /// <summary>The answer, as far as it has come; a new object each time.</summary>
    /// <value>
    /// Members that have not come have their defaults, also required ones and those that are never null otherwise. A text may lack its end; the last
    /// element of a list may lack members. Only <see cref="IsFinal"/> says that it is whole.
    /// </value>
    public T Value { get; }

    /// <summary>Whether this is the whole answer, which fits the type: the last update of a stream.</summary>
    public bool IsFinal => Answer is not null;

    /// <summary>The whole answer, with the raw one: what <c>ConverseAsync&lt;T&gt;</c> gives.</summary>
    /// <value>Null until <see cref="IsFinal"/>.</value>
    public ConverseResponse<T>? Answer { get; }

    /// <summary>Whether it is the whole answer, and where to look. Never what was answered.</summary>
    /// <returns>Such as <c>ConverseUpdate: final; see Value</c>.</returns>
    public override string ToString() => $"ConverseUpdate: {(IsFinal ? "final" : "partial")}; see Value";
}

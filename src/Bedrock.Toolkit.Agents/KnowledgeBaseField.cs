using System.Text.Json;

namespace Bedrock.Toolkit.Agents;

/// <summary>An attribute of documents that a filter asks of: what <see cref="KnowledgeBaseFilter.Where"/> gives.</summary>
public readonly struct KnowledgeBaseField : IEquatable<KnowledgeBaseField>
{
    private readonly string _key;

    internal KnowledgeBaseField(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _key = key;
    }

    /// <summary>The attribute's key.</summary>
    public string Key => _key ?? string.Empty;

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True for the same key.</returns>
    public static bool operator ==(KnowledgeBaseField left, KnowledgeBaseField right) => left.Equals(right);

    /// <summary>Whether they are different.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True for different keys.</returns>
    public static bool operator !=(KnowledgeBaseField left, KnowledgeBaseField right) => !left.Equals(right);

    /// <summary>It has the value.</summary>
    /// <param name="value">A text, a number or a boolean.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter EqualTo(object value) => Of(KnowledgeBaseFilterOperator.EqualTo, value);

    /// <summary>It has another value.</summary>
    /// <param name="value">A text, a number or a boolean.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter NotEqualTo(object value) => Of(KnowledgeBaseFilterOperator.NotEqualTo, value);

    /// <summary>Its number is greater.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter GreaterThan(double value) => Of(KnowledgeBaseFilterOperator.GreaterThan, value);

    /// <summary>Its number is greater or equal.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter AtLeast(double value) => Of(KnowledgeBaseFilterOperator.GreaterThanOrEqualTo, value);

    /// <summary>Its number is less.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter LessThan(double value) => Of(KnowledgeBaseFilterOperator.LessThan, value);

    /// <summary>Its number is less or equal.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter AtMost(double value) => Of(KnowledgeBaseFilterOperator.LessThanOrEqualTo, value);

    /// <summary>It has one of the values.</summary>
    /// <param name="values">Texts, numbers or booleans.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter In(params IEnumerable<object> values) => Of(KnowledgeBaseFilterOperator.In, values);

    /// <summary>It has none of the values.</summary>
    /// <param name="values">Texts, numbers or booleans.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter NotIn(params IEnumerable<object> values) => Of(KnowledgeBaseFilterOperator.NotIn, values);

    /// <summary>Its text begins with a text.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter StartsWith(string value) => Of(KnowledgeBaseFilterOperator.StartsWith, value);

    /// <summary>Its text has a text in it.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter Contains(string value) => Of(KnowledgeBaseFilterOperator.StringContains, value);

    /// <summary>Its list has a value in it.</summary>
    /// <param name="value">A text.</param>
    /// <returns>The filter.</returns>
    public KnowledgeBaseFilter Lists(string value) => Of(KnowledgeBaseFilterOperator.ListContains, value);

    /// <inheritdoc/>
    public bool Equals(KnowledgeBaseField other) => Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KnowledgeBaseField other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private KnowledgeBaseFilter Of(KnowledgeBaseFilterOperator filterOperator, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new KnowledgeBaseFilter(Key, filterOperator, FilterValue.ToJson(value));
    }
}

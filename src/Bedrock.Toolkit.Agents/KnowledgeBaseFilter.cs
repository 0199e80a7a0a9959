using System.Linq.Expressions;
using System.Text.Json;
using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>Which documents of a knowledge base count, by their attributes: <c>KnowledgeBaseFilter.Where("port").EqualTo("north")</c>, joined by
/// <c>&amp;</c> and <c>|</c>. Immutable.</summary>
/// <remarks>A document without the attribute passes no condition on it, whatever the operator: the service filters it away.</remarks>
public sealed class KnowledgeBaseFilter
{
    private const int MaxKey = 100;

    private readonly string? _key;
    private readonly JsonElement _value;
    private readonly KnowledgeBaseFilterOperator _operator;
    private readonly KnowledgeBaseFilter[] _parts = [];
    private readonly bool _isAnd;

    internal KnowledgeBaseFilter(string key, KnowledgeBaseFilterOperator filterOperator, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxKey, nameof(key));
        (_key, _operator, _value) = (key, filterOperator, value);
    }

    private KnowledgeBaseFilter(bool isAnd, params IEnumerable<KnowledgeBaseFilter> parts) =>
        (_isAnd, _parts) = (isAnd, [.. parts.SelectMany(part => part._key is null && part._isAnd == isAnd ? part._parts : [part])]);

    /// <summary>Both have to hold.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The filter.</returns>
    public static KnowledgeBaseFilter operator &(KnowledgeBaseFilter left, KnowledgeBaseFilter right) => BitwiseAnd(left, right);

    /// <summary>One of both has to hold.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The filter.</returns>
    public static KnowledgeBaseFilter operator |(KnowledgeBaseFilter left, KnowledgeBaseFilter right) => BitwiseOr(left, right);

    /// <summary>Both have to hold.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The filter.</returns>
    public static KnowledgeBaseFilter BitwiseAnd(KnowledgeBaseFilter left, KnowledgeBaseFilter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new KnowledgeBaseFilter(isAnd: true, left, right);
    }

    /// <summary>One of both has to hold.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The filter.</returns>
    public static KnowledgeBaseFilter BitwiseOr(KnowledgeBaseFilter left, KnowledgeBaseFilter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new KnowledgeBaseFilter(isAnd: false, left, right);
    }

    /// <summary>Begins a condition on an attribute.</summary>
    /// <param name="key">The attribute's key, 1 to 100 characters.</param>
    /// <returns>What takes the condition.</returns>
    public static KnowledgeBaseField Where(string key) => new(key);

    /// <summary>A filter from an expression: <c>KnowledgeBaseFilter.For&lt;Sheet&gt;(s =&gt; s.Port == "north" &amp;&amp; s.Year &gt;= 2020)</c>.</summary>
    /// <remarks>
    /// Keys are the names of the members, or those that <c>JsonPropertyName</c> gives them. It takes comparisons, <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>,
    /// <c>StartsWith</c>, <c>Contains</c> of a text, of a list of the document, and of a list of values.
    /// </remarks>
    /// <typeparam name="T">The attributes of a document.</typeparam>
    /// <param name="expression">The condition.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="NotSupportedException">The expression has something that no filter can express; the message names it.</exception>
    public static KnowledgeBaseFilter For<T>(Expression<Func<T, bool>> expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return FilterExpression.Read(expression);
    }

    /// <summary>The filter as a request has it.</summary>
    /// <param name="store">The store of the knowledge base; null when it is not known, and then only what all stores have is taken.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">The store would pass over an operator without an error.</exception>
    public KnowledgeBaseRetrievalFilter ToRequest(KnowledgeBaseStore? store)
    {
        if (_key is null)
        {
            List<KnowledgeBaseRetrievalFilter> parts = [.. _parts.Select(part => part.ToRequest(store))];
            return _isAnd ? new KnowledgeBaseRetrievalFilterAndAll { AndAll = parts } : new KnowledgeBaseRetrievalFilterOrAll { OrAll = parts };
        }

        if (!(store ?? KnowledgeBaseStore.S3Vectors).Has(_operator))
        {
            throw new ArgumentException(store is null
                ? $"The filter on '{_key}' uses {_operator}, which some stores pass over without an error: say which store the knowledge base has (Store)."
                : $"The filter on '{_key}' uses {_operator}, which {store} passes over without an error.");
        }

        var attribute = new KnowledgeBaseFilterAttribute { Key = _key, Value = _value };
        return _operator switch
        {
            KnowledgeBaseFilterOperator.EqualTo => new KnowledgeBaseRetrievalFilterEquals { EqualsValue = attribute },
            KnowledgeBaseFilterOperator.NotEqualTo => new KnowledgeBaseRetrievalFilterNotEquals { NotEquals = attribute },
            KnowledgeBaseFilterOperator.GreaterThan => new KnowledgeBaseRetrievalFilterGreaterThan { GreaterThan = attribute },
            KnowledgeBaseFilterOperator.GreaterThanOrEqualTo => new KnowledgeBaseRetrievalFilterGreaterThanOrEquals { GreaterThanOrEquals = attribute },
            KnowledgeBaseFilterOperator.LessThan => new KnowledgeBaseRetrievalFilterLessThan { LessThan = attribute },
            KnowledgeBaseFilterOperator.LessThanOrEqualTo => new KnowledgeBaseRetrievalFilterLessThanOrEquals { LessThanOrEquals = attribute },
            KnowledgeBaseFilterOperator.In => new KnowledgeBaseRetrievalFilterIn { In = attribute },
            KnowledgeBaseFilterOperator.NotIn => new KnowledgeBaseRetrievalFilterNotIn { NotIn = attribute },
            KnowledgeBaseFilterOperator.StartsWith => new KnowledgeBaseRetrievalFilterStartsWith { StartsWith = attribute },
            KnowledgeBaseFilterOperator.StringContains => new KnowledgeBaseRetrievalFilterStringContains { StringContains = attribute },
            _ => new KnowledgeBaseRetrievalFilterListContains { ListContains = attribute },
        };
    }

    /// <summary>The opposite, as far as the operators have one.</summary>
    /// <exception cref="NotSupportedException">An operator has none.</exception>
    internal KnowledgeBaseFilter Negated() => _key is null
        ? new KnowledgeBaseFilter(!_isAnd, _parts.Select(part => part.Negated()))
        : new KnowledgeBaseFilter(_key, _operator switch
        {
            KnowledgeBaseFilterOperator.EqualTo => KnowledgeBaseFilterOperator.NotEqualTo,
            KnowledgeBaseFilterOperator.NotEqualTo => KnowledgeBaseFilterOperator.EqualTo,
            KnowledgeBaseFilterOperator.GreaterThan => KnowledgeBaseFilterOperator.LessThanOrEqualTo,
            KnowledgeBaseFilterOperator.GreaterThanOrEqualTo => KnowledgeBaseFilterOperator.LessThan,
            KnowledgeBaseFilterOperator.LessThan => KnowledgeBaseFilterOperator.GreaterThanOrEqualTo,
            KnowledgeBaseFilterOperator.LessThanOrEqualTo => KnowledgeBaseFilterOperator.GreaterThan,
            KnowledgeBaseFilterOperator.In => KnowledgeBaseFilterOperator.NotIn,
            KnowledgeBaseFilterOperator.NotIn => KnowledgeBaseFilterOperator.In,
            _ => throw new NotSupportedException($"{_operator} has no opposite that a filter of a knowledge base can express."),
        }, _value);
}

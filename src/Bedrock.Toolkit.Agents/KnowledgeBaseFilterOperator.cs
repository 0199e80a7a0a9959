namespace Bedrock.Toolkit.Agents;

/// <summary>What a filter asks of one attribute.</summary>
public enum KnowledgeBaseFilterOperator
{
    /// <summary>The attribute has the value.</summary>
    EqualTo,

    /// <summary>The attribute is there and has another value.</summary>
    NotEqualTo,

    /// <summary>The number is greater.</summary>
    GreaterThan,

    /// <summary>The number is greater or equal.</summary>
    GreaterThanOrEqualTo,

    /// <summary>The number is less.</summary>
    LessThan,

    /// <summary>The number is less or equal.</summary>
    LessThanOrEqualTo,

    /// <summary>The attribute has one of the values.</summary>
    In,

    /// <summary>The attribute is there and has none of the values.</summary>
    NotIn,

    /// <summary>The text begins with the value.</summary>
    StartsWith,

    /// <summary>The text has the value in it.</summary>
    StringContains,

    /// <summary>The list has the value in it.</summary>
    ListContains,
}

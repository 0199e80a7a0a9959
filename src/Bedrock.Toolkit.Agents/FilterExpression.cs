using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Agents;

/// <summary>Reads a lambda as a filter. Nothing is compiled: what is captured is read field by field, so that it works with native AOT.</summary>
internal static class FilterExpression
{
    /// <exception cref="NotSupportedException">No filter can express it.</exception>
    public static KnowledgeBaseFilter Read(LambdaExpression lambda) => Condition(lambda.Body, lambda.Parameters[0]);

    /// <summary>The value of an expression that does not depend on the parameter.</summary>
    public static object? ValueOf(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant:
                return constant.Value;
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert:
                return ValueOf(convert.Operand);
            case MemberExpression { Member: FieldInfo field } member:
                return field.GetValue(member.Expression is null ? null : ValueOf(member.Expression));
            case MemberExpression { Member: PropertyInfo property } member:
                return property.GetValue(member.Expression is null ? null : ValueOf(member.Expression));
            case NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array:
                return array.Expressions.Select(ValueOf).ToArray();
            case MethodCallExpression { Method: { Name: "op_Implicit", IsStatic: true } } conversion:
                // An array that becomes a span for Contains.
                return ValueOf(conversion.Arguments[0]);
            default:
                throw new NotSupportedException($"A filter cannot compute {expression.NodeType}: put the value into a variable first.");
        }
    }

    /// <summary>The key of the attribute that an expression names: a member of the parameter, or an entry of a dictionary in it; null when it
    /// names none.</summary>
    private static string? KeyOf(Expression expression, ParameterExpression parameter) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert =>
            KeyOf(convert.Operand, parameter),
        MemberExpression { Member: PropertyInfo { Name: "Value" } property, Expression: { } inner } when
            Nullable.GetUnderlyingType(property.DeclaringType!) is not null => KeyOf(inner, parameter),
        MemberExpression member when member.Expression == parameter =>
            member.Member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? member.Member.Name,
        MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var only] } => KeyOf(only, parameter),
        MethodCallExpression { Method.Name: "get_Item", Object: MemberExpression { Expression: var owner }, Arguments: [var key] } when owner == parameter =>
            ValueOf(key) as string,
        _ => null,
    };

    private static KnowledgeBaseFilter Condition(Expression expression, ParameterExpression parameter) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => Condition(and.Left, parameter) & Condition(and.Right, parameter),
        BinaryExpression { NodeType: ExpressionType.OrElse } or => Condition(or.Left, parameter) | Condition(or.Right, parameter),
        UnaryExpression { NodeType: ExpressionType.Not } not => Condition(not.Operand, parameter).Negated(),
        BinaryExpression comparison => Comparison(comparison, parameter),
        MethodCallExpression call => Call(call, parameter),
        _ when KeyOf(expression, parameter) is { } key => Of(key, KnowledgeBaseFilterOperator.EqualTo, true),
        _ => throw new NotSupportedException($"A filter of a knowledge base cannot express {expression.NodeType}."),
    };

    private static KnowledgeBaseFilter Comparison(BinaryExpression comparison, ParameterExpression parameter)
    {
        string? left = KeyOf(comparison.Left, parameter);
        string key = left ?? KeyOf(comparison.Right, parameter)
            ?? throw new NotSupportedException("A comparison in a filter has a member of the document on one side.");
        object value = ValueOf(left is null ? comparison.Left : comparison.Right)
            ?? throw new NotSupportedException("A filter of a knowledge base cannot compare with null: an attribute is there or not.");
        KnowledgeBaseFilterOperator filterOperator = (comparison.NodeType, left is not null) switch
        {
            (ExpressionType.Equal, _) => KnowledgeBaseFilterOperator.EqualTo,
            (ExpressionType.NotEqual, _) => KnowledgeBaseFilterOperator.NotEqualTo,
            (ExpressionType.GreaterThan, true) or (ExpressionType.LessThan, false) => KnowledgeBaseFilterOperator.GreaterThan,
            (ExpressionType.GreaterThanOrEqual, true) or (ExpressionType.LessThanOrEqual, false) => KnowledgeBaseFilterOperator.GreaterThanOrEqualTo,
            (ExpressionType.LessThan, true) or (ExpressionType.GreaterThan, false) => KnowledgeBaseFilterOperator.LessThan,
            (ExpressionType.LessThanOrEqual, true) or (ExpressionType.GreaterThanOrEqual, false) => KnowledgeBaseFilterOperator.LessThanOrEqualTo,
            _ => throw new NotSupportedException($"A filter of a knowledge base cannot express {comparison.NodeType}."),
        };
        return Of(key, filterOperator, value);
    }

    private static KnowledgeBaseFilter Call(MethodCallExpression call, ParameterExpression parameter)
    {
        // The list first, then what is looked for in it, whether the method is one of the list or an extension.
        Expression[] parts = call.Object is { } target ? [target, .. call.Arguments] : [.. call.Arguments];
        string? list = parts.Length > 0 ? KeyOf(parts[0], parameter) : null;
        switch (call.Method.Name)
        {
            case nameof(string.StartsWith) when list is not null && call.Method.DeclaringType == typeof(string):
                return Of(list, KnowledgeBaseFilterOperator.StartsWith, ValueOf(parts[1])!);
            case nameof(string.Contains) when list is not null && call.Method.DeclaringType == typeof(string):
                return Of(list, KnowledgeBaseFilterOperator.StringContains, ValueOf(parts[1])!);
            case nameof(string.Contains) when list is not null:
                return Of(list, KnowledgeBaseFilterOperator.ListContains, ValueOf(parts[1])!);
            case nameof(string.Contains) when parts.Length > 1 && KeyOf(parts[1], parameter) is { } key && ValueOf(parts[0]) is IEnumerable values:
                return Of(key, KnowledgeBaseFilterOperator.In, values);
            default:
                throw new NotSupportedException($"A filter of a knowledge base cannot express {call.Method.Name}.");
        }
    }

    private static KnowledgeBaseFilter Of(string key, KnowledgeBaseFilterOperator filterOperator, object value) =>
        new(key, filterOperator, FilterValue.ToJson(value));
}

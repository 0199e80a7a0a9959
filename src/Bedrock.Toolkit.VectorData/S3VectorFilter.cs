using System.Buffers;
using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Bedrock.Toolkit.Agents;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Bedrock.Toolkit.VectorData;

/// <summary>Turns a condition on a record into a filter of S3 Vectors that means the same, also for members that are null.</summary>
internal sealed class S3VectorFilter
{
    private readonly CollectionModel _model;
    private readonly ParameterExpression _record;

    private S3VectorFilter(CollectionModel model, ParameterExpression record) => (_model, _record) = (model, record);

    /// <exception cref="NotSupportedException">No filter can express it.</exception>
    public static JsonElement Create(LambdaExpression condition, CollectionModel model)
    {
        var filter = new S3VectorFilter(model, condition.Parameters[0]);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            filter.Write(writer, condition.Body, isNegated: false);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, Expression condition, bool isNegated)
    {
        switch (condition)
        {
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both:
                // Of Morgan: a negation goes to the parts, and turns the word between them.
                bool isAnd = (both.NodeType == ExpressionType.AndAlso) != isNegated;
                writer.WriteStartObject();
                writer.WriteStartArray(isAnd ? "$and" : "$or");
                Write(writer, both.Left, isNegated);
                Write(writer, both.Right, isNegated);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                Write(writer, not.Operand, !isNegated);
                break;
            case UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Type == typeof(bool):
                Write(writer, convert.Operand, isNegated);
                break;
            case BinaryExpression comparison:
                Comparison(writer, comparison, isNegated);
                break;
            case MethodCallExpression { Method.Name: "Contains" } call:
                Contains(writer, call, isNegated);
                break;
            case ConstantExpression { Value: bool always }:
                Always(writer, always != isNegated);
                break;
            default:
                Condition(writer, Property(condition) ?? throw Unknown(condition), isNegated ? "$ne" : "$eq", true, orAbsent: false);
                break;
        }
    }

    private void Comparison(Utf8JsonWriter writer, BinaryExpression comparison, bool isNegated)
    {
        PropertyModel? left = Property(comparison.Left);
        PropertyModel property = left ?? Property(comparison.Right) ?? throw Unknown(comparison);
        object? value = FilterExpression.ValueOf(left is null ? comparison.Left : comparison.Right);
        string name = (comparison.NodeType, left is not null) switch
        {
            (ExpressionType.Equal, _) => "$eq",
            (ExpressionType.NotEqual, _) => "$ne",
            (ExpressionType.GreaterThan, true) or (ExpressionType.LessThan, false) => "$gt",
            (ExpressionType.GreaterThanOrEqual, true) or (ExpressionType.LessThanOrEqual, false) => "$gte",
            (ExpressionType.LessThan, true) or (ExpressionType.GreaterThan, false) => "$lt",
            (ExpressionType.LessThanOrEqual, true) or (ExpressionType.GreaterThanOrEqual, false) => "$lte",
            _ => throw Unknown(comparison),
        };
        if (value is null)
        {
            // A member that is null is not there. Nothing is greater or less than null.
            if (name is "$eq" or "$ne")
            {
                Exists(writer, property, (name == "$ne") != isNegated);
            }
            else
            {
                Always(writer, isNegated);
            }

            return;
        }

        if (name is not ("$eq" or "$ne") && value is not (sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal))
        {
            throw new NotSupportedException($"S3 Vectors compares by size only numbers, and '{property.ModelName}' is compared with a {value.GetType().Name}.");
        }

        // A comparison by size with a member that is null is false, and its opposite true.
        bool orAbsent = isNegated && name is not ("$eq" or "$ne");
        Condition(writer, property, isNegated ? Opposite(name) : name, value, orAbsent);
    }

    private void Contains(Utf8JsonWriter writer, MethodCallExpression call, bool isNegated)
    {
        Expression[] parts = call.Object is { } target ? [target, .. call.Arguments] : [.. call.Arguments];
        if (Property(parts[0]) is { } list)
        {
            if (call.Method.DeclaringType == typeof(string))
            {
                throw new NotSupportedException("S3 Vectors has no search inside a text.");
            }

            Condition(writer, list, isNegated ? "$ne" : "$eq", FilterExpression.ValueOf(parts[1]) ?? throw Unknown(call), orAbsent: false);
            return;
        }

        PropertyModel property = Property(parts[1]) ?? throw Unknown(call);
        object[] values = FilterExpression.ValueOf(parts[0]) is IEnumerable all ? [.. all.Cast<object?>().OfType<object>()] : throw Unknown(call);
        if (values.Length == 0)
        {
            Always(writer, isNegated);
        }
        else
        {
            Condition(writer, property, isNegated ? "$nin" : "$in", values, orAbsent: false);
        }
    }

    private static void Condition(Utf8JsonWriter writer, PropertyModel property, string name, object value, bool orAbsent)
    {
        writer.WriteStartObject();
        if (orAbsent)
        {
            writer.WriteStartArray("$or");
            Condition(writer, property, name, value, orAbsent: false);
            Exists(writer, property, isThere: false);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject(property.StorageName);
            writer.WritePropertyName(name);
            FilterValue.ToJson(value).WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Exists(Utf8JsonWriter writer, PropertyModel property, bool isThere)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(property.StorageName);
        writer.WriteBoolean("$exists", isThere);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Nothing says so directly; a member is there or it is not.
    private void Always(Utf8JsonWriter writer, bool isTrue)
    {
        PropertyModel any = _model.DataProperties.FirstOrDefault(static property => property.IsIndexed)
            ?? throw new NotSupportedException("A filter needs a data property that is indexed.");
        writer.WriteStartObject();
        writer.WriteStartArray(isTrue ? "$or" : "$and");
        Exists(writer, any, isThere: true);
        Exists(writer, any, isThere: false);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Opposite(string name) => name switch
    {
        "$eq" => "$ne",
        "$ne" => "$eq",
        "$gt" => "$lte",
        "$gte" => "$lt",
        "$lt" => "$gte",
        _ => "$gt",
    };

    private DataPropertyModel? Property(Expression expression)
    {
        string? name = expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Property(convert.Operand)?.ModelName,
            MemberExpression { Member: PropertyInfo { Name: "Value" } property, Expression: { } inner }
                when Nullable.GetUnderlyingType(property.DeclaringType!) is not null => Property(inner)?.ModelName,
            MemberExpression member when member.Expression == _record => member.Member.Name,
            MethodCallExpression { Method.Name: "get_Item", Arguments: [var key] } indexer when indexer.Object == _record =>
                FilterExpression.ValueOf(key) as string,
            MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var only] } => Property(only)?.ModelName,
            _ => null,
        };
        if (name is null)
        {
            return null;
        }

        DataPropertyModel found = _model.DataProperties.FirstOrDefault(property => property.ModelName == name)
            ?? throw new NotSupportedException($"'{name}' is no data property, and S3 Vectors filters by those alone.");
        return found.IsIndexed ? found : throw new NotSupportedException($"'{name}' is not indexed, so that no filter can name it: set IsIndexed.");
    }

    private static NotSupportedException Unknown(Expression expression) => new($"S3 Vectors has no filter for {expression.NodeType}.");
}

using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>
/// Makes a value of any wire type out of a list of numbers, each of which decides one thing. A property test draws the numbers; a shorter list
/// gives a smaller value, so that failures shrink.
/// </summary>
internal sealed class DrawnValue(IReadOnlyList<int> choices, bool everyMember = false)
{
    private const int MaxDepth = 7;

    private static readonly string[] Texts = ["text", "", " ", "a \"b\" \\ / <c>", "é 漢 😀", "line\nline\t\u0001", "null"];
    private static readonly string[] Documents =
        ["{}", "null", "[]", "[1,null,{\"a\":null}]", "{\"a\":{\"b\":[1.50,true,null]}}", "\"text\"", "0", "-1.5e10", "false"];
    private static readonly double[] Numbers = [0, 1, 0.5, 0.1, -3.25, 1e-7, 1e15];

    private int _next;

    public T Make<T>() => (T)Make(typeof(T), 0)!;

    public object? Make(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            // A member that may be absent and is the JSON null reads as absent: both say the same.
            return MayBeNull(depth) || Make(underlying, depth) is not { } value || value is JsonElement { ValueKind: JsonValueKind.Null } ? null : value;
        }

        if (type == typeof(string)) return Choose(Texts);
        if (type == typeof(int)) return Math.Abs(Next() % 100_000);
        if (type == typeof(long)) return Math.Abs((long)Next()) * 3;
        if (type == typeof(double)) return Choose(Numbers);
        if (type == typeof(bool)) return Next() % 2 == 1;
        if (type == typeof(JsonElement)) return JsonElement.Parse(Choose(Documents));
        if (type == typeof(ReadOnlyMemory<byte>)) return new ReadOnlyMemory<byte>([.. Enumerable.Range(0, Math.Abs(Next() % 5)).Select(i => (byte)(i * 83))]);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddSeconds(Math.Abs(Next() % 1_000_000));
        if (type.IsValueType) return Activator.CreateInstance(type, Next() % 2 == 0 ? "known" : "brand_new");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>)) return MakeList(type.GetGenericArguments()[0], depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>)) return MakeMap(type.GetGenericArguments()[1], depth);
        return type.IsAbstract ? MakeVariant(type, depth) : MakeObject(type, depth);
    }

    /// <summary>The members of a type that travel as JSON under a name of their own.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties()
        .Where(p => p.CanWrite && p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null);

    public static List<Type> Variants(Type union) =>
        [.. union.Assembly.GetTypes().Where(t => t.IsSealed && union.IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private object MakeVariant(Type union, int depth)
    {
        List<Type> variants = Variants(union);
        Type variant = variants[Math.Abs(Next() % variants.Count)];
        if (variant == typeof(UnknownConverseStreamEvent))
        {
            return new UnknownConverseStreamEvent("brandNew", JsonElement.Parse(Choose(["{}", "{\"a\":null}", "[1]"])));
        }

        ConstructorInfo? raw = variant.GetConstructor([typeof(JsonElement)]);
        return raw is not null && variant.GetConstructor([]) is null
            ? raw.Invoke([JsonElement.Parse(Choose(["{\"brandNew\":{\"a\":null}}", "{\"brandNew\":[1,\"x\"],\"other\":null}"]))])
            : MakeObject(variant, depth);
    }

    private object MakeObject(Type type, int depth)
    {
        object value = Activator.CreateInstance(type)!;
        foreach (PropertyInfo member in Members(type))
        {
            bool required = member.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null
                || (value is not BedrockResponse && type.BaseType is { IsAbstract: true } && type.BaseType != typeof(ConverseStreamEvent));
            bool isNullable = !member.PropertyType.IsValueType;
            if (required || !isNullable || !MayBeNull(depth))
            {
                member.SetValue(value, Make(member.PropertyType, depth + 1));
            }
        }

        if (!everyMember && Next() % 4 == 1 && type.GetProperty("AdditionalProperties") is { } rest)
        {
            rest.SetValue(value, new Dictionary<string, JsonElement> { ["x-new"] = JsonElement.Parse(Choose(Documents)), ["y"] = JsonElement.Parse("1") });
        }

        return value;
    }

    private IList MakeList(Type element, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        int count = everyMember ? 1 : depth > MaxDepth ? 0 : Math.Abs(Next() % 3);
        for (int i = 0; i < count; i++)
        {
            list.Add(Make(element, depth + 1));
        }

        return list;
    }

    private IDictionary MakeMap(Type value, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        int count = everyMember ? 1 : depth > MaxDepth ? 0 : Math.Abs(Next() % 3);
        for (int i = 0; i < count; i++)
        {
            map[$"key {i} é"] = Make(value, depth + 1);
        }

        return map;
    }

    private bool MayBeNull(int depth) => !everyMember && (depth > MaxDepth || Next() % 3 == 0);

    private T Choose<T>(IReadOnlyList<T> values) => values[Math.Abs(Next() % values.Count)];

    private int Next() =>
        choices.Count == 0 || (_next >= choices.Count * 20) ? 0 : Math.Abs((choices[_next % choices.Count] + (_next++ / choices.Count * 7919)) % 1_000_003);
}

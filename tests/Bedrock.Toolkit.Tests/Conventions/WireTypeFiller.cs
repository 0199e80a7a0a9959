using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Makes objects of wire types with every member set, each to a value of its own.</summary>
internal sealed class WireTypeFiller
{
    // Blocks hold content, which holds blocks: deeper down only what is required is set.
    private const int MaxDepth = 5;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Type>> Variants = new();

    private int _counter;

    public object Create(Type type) => Fill(type, 0) ?? throw new InvalidOperationException($"No value could be made for {type.Name}.");

    private static Type Variant(Type union, int number)
    {
        IReadOnlyList<Type> variants = VariantsOf(union);
        return variants[number % variants.Count];
    }

    private static IReadOnlyList<Type> VariantsOf(Type union) => Variants.GetOrAdd(union, static union =>
    [
        .. union.Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && union.IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null
                && BedrockJson.Options.TryGetTypeInfo(type, out _))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ]);

    private object? Fill(Type type, int depth, bool isRequired = false)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            return FillList(type.GetGenericArguments()[0], depth);
        }

        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            return FillMap(type, depth);
        }

        if (type.IsAbstract)
        {
            return depth > MaxDepth && !isRequired ? null : Fill(Variant(type, _counter++), depth);
        }

        if (type.IsClass && type.Assembly == KnownModels.Library)
        {
            return FillObject(type, depth);
        }

        throw new NotSupportedException($"The filler has no value for {type.FullName}: add it there.");
    }

    private object? Simple(Type type)
    {
        int number = ++_counter;
        if (type == typeof(string)) return $"text {number}";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return number;
        if (type == typeof(long)) return 4_000_000_000L + number;
        if (type == typeof(float)) return number + 0.5f;
        if (type == typeof(double)) return number + 0.5;
        if (type == typeof(JsonElement)) return JsonElement.Parse($$"""{"free":{{number}},"none":null}""");
        if (type == typeof(ReadOnlyMemory<byte>)) return new ReadOnlyMemory<byte>([1, (byte)number]);
        if (type == typeof(ReadOnlyMemory<float>)) return new ReadOnlyMemory<float>([1, number]);
        if (type == typeof(ReadOnlyMemory<bool>)) return new ReadOnlyMemory<bool>([true, false]);
        if (type == typeof(ReadOnlyMemory<sbyte>)) return new ReadOnlyMemory<sbyte>([1, -1]);
        if (type == typeof(Uri)) return new Uri($"s3://bucket/{number}");
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddDays(number);
        return type.IsValueType && type.GetConstructor([typeof(string)]) is { } fromText ? fromText.Invoke([$"value-{number}"]) : null;
    }

    private object FillList(Type element, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (element.IsAbstract && depth <= MaxDepth)
        {
            foreach (Type variant in VariantsOf(element))
            {
                list.Add(Fill(variant, depth + 1));
            }
        }
        else if (Fill(element, depth + 1) is { } only)
        {
            list.Add(only);
        }

        return list;
    }

    private IDictionary FillMap(Type type, int depth)
    {
        Type[] arguments = type.GetGenericArguments();
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        map.Add(Fill(arguments[0], depth + 1)!, Fill(arguments[1], depth + 1));
        return map;
    }

    private object? FillObject(Type type, int depth)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            // Immutable values over bytes, such as images; the unknown variants of unions have no value here.
            return type.GetConstructor([typeof(ReadOnlyMemory<byte>)])?.Invoke(
                [new ReadOnlyMemory<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, (byte)++_counter])]);
        }

        object value = Activator.CreateInstance(type)!;
        if (type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IList<>)) is { } list)
        {
            MethodInfo add = type.GetMethod("Add", list.GetGenericArguments())!;
            foreach (object item in (IList)FillList(list.GetGenericArguments()[0], depth + 1))
            {
                add.Invoke(value, [item]);
            }

            return value;
        }

        foreach (PropertyInfo member in WireTypeRules.MembersOf(type).Where(member => member.SetMethod is { IsPublic: true }))
        {
            bool isRest = member.GetCustomAttribute<JsonExtensionDataAttribute>() is not null;
            bool isRequired = member.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
            if (isRest)
            {
                member.SetValue(value, new Dictionary<string, JsonElement> { [$"unknown{++_counter}"] = JsonElement.Parse("""{"x":null}"""u8) });
            }
            else if (WireTypeRules.IsOnTheWire(member) && (depth <= MaxDepth || isRequired || member.PropertyType.IsValueType)
                && Fill(member.PropertyType, depth + 1, isRequired) is { } filled)
            {
                member.SetValue(value, filled);
            }
        }

        return value;
    }
}

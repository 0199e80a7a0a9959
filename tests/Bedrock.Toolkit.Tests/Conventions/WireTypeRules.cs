using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The rules for types that are JSON on the wire, applied to one type at a time.</summary>
internal static class WireTypeRules
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    public static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(Instance).Where(property => property.GetIndexParameters().Length == 0);

    public static bool IsOnTheWire(PropertyInfo member) => member.GetCustomAttribute<JsonPropertyNameAttribute>() is not null;

    /// <summary>What is wrong with a type.</summary>
    public static IEnumerable<string> FaultsOf(Type type)
    {
        foreach (PropertyInfo member in MembersOf(type))
        {
            if (FaultOf(member) is { } fault)
            {
                yield return $"{type.Name}.{member.Name} {fault}";
            }
        }

        PropertyInfo? rest = MembersOf(type).FirstOrDefault(member => member.GetCustomAttribute<JsonExtensionDataAttribute>() is not null);
        bool isList = typeof(IEnumerable).IsAssignableFrom(type);
        if (!isList && (rest is null || rest.Name != "AdditionalProperties" || rest.PropertyType != typeof(IDictionary<string, JsonElement>) || !rest.CanWrite
            || IsInit(rest)))
        {
            yield return $"{type.Name} has no settable AdditionalProperties of the type IDictionary<string, JsonElement>";
        }

        if (type.GetCustomAttributes<JsonPolymorphicAttribute>(false).Any() || type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).Any())
        {
            yield return $"{type.Name} is [JsonPolymorphic], which throws on or loses what is unknown";
        }

        if (type.IsAbstract && type.GetCustomAttribute<JsonConverterAttribute>(false) is null && type != typeof(BedrockResponse)
            && type != typeof(BedrockStreamEvent)
            && type.Assembly.GetExportedTypes().Any(candidate => candidate.BaseType == type && candidate.Name.Contains("Unknown", StringComparison.Ordinal)))
        {
            yield return $"{type.Name} is the base of a union without a converter";
        }

        if (IsRecord(type))
        {
            yield return $"{type.Name} is a record, whose ToString would print the content";
        }
    }

    /// <summary>The converters that attributes of a type and its members name.</summary>
    public static IEnumerable<Type> ConvertersOf(Type type) => type.GetCustomAttributes<JsonConverterAttribute>(false)
        .Concat(MembersOf(type).SelectMany(member => member.GetCustomAttributes<JsonConverterAttribute>(false)))
        .Select(attribute => attribute.ConverterType)
        .OfType<Type>()
        .Select(converter => converter.IsConstructedGenericType ? converter.GetGenericTypeDefinition() : converter);

    /// <summary>The members of reference types that the type's author says are never null, but that are.</summary>
    public static IEnumerable<string> NullsIn(object value)
    {
        var nullability = new NullabilityInfoContext();
        foreach (PropertyInfo member in MembersOf(value.GetType()))
        {
            if (!member.PropertyType.IsValueType && member.CanRead
                && nullability.Create(member).ReadState == NullabilityState.NotNull && member.GetValue(value) is null)
            {
                yield return $"{value.GetType().Name}.{member.Name} is null after reading {{}}, but not nullable";
            }
        }
    }

    private static string? FaultOf(PropertyInfo member)
    {
        bool isIgnored = member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };
        bool isRest = member.GetCustomAttribute<JsonExtensionDataAttribute>() is not null;
        if (member.SetMethod is { IsPublic: true } && !IsOnTheWire(member) && !isIgnored && !isRest)
        {
            return "has neither [JsonPropertyName] nor [JsonIgnore] nor [JsonExtensionData]";
        }

        if (IsOnTheWire(member) && isIgnored)
        {
            return "is named and ignored at once";
        }

        return IsOnTheWire(member) && member.SetMethod is { IsPublic: true } && IsInit(member) ? "is init-only: generated metadata ignores its initialiser"
            : null;
    }

    private static bool IsInit(PropertyInfo member) =>
        member.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}

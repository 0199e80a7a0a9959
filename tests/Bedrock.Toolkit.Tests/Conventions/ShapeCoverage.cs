using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Walks from a shape of the contract and one of our types through all that is reachable, and lists what the type does not have.</summary>
internal sealed class ShapeCoverage(ServiceModel model)
{
    private readonly HashSet<(string Shape, Type Type)> _seen = [];

    /// <summary>What is missing or of a type that does not fit.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>The members that were looked at, as <c>Shape.member</c>.</summary>
    public HashSet<string> Members { get; } = [];

    /// <summary>The structures that were looked at.</summary>
    public IEnumerable<string> Structures => _seen.Select(s => s.Shape).Distinct();

    /// <summary>Walks from a structure; members with a location are not in the body and left to the caller.</summary>
    public void Structure(string shape, Type type)
    {
        if (!_seen.Add((shape, type)))
        {
            return;
        }

        foreach (ShapeMember member in model.Members(shape).Where(m => m.Location is null))
        {
            string place = $"{shape}.{member.Name}";
            Members.Add(place);
            Type owner = type;
            if (model.Is(shape, "union") || type.IsAbstract)
            {
                if (VariantOf(type, member.WireName) is not { } variant)
                {
                    Missing.Add($"{place}: {type.Name} has no variant with the member '{member.WireName}'");
                    continue;
                }

                owner = variant;
            }

            Member(place, member, owner);
        }
    }

    private void Member(string place, ShapeMember member, Type owner)
    {
        JsonPropertyInfo? property = BedrockJson.Options.GetTypeInfo(owner).Properties.FirstOrDefault(p => p.Name == member.WireName && !p.IsExtensionData);
        if (property is null)
        {
            Missing.Add($"{place}: {owner.Name} has no member '{member.WireName}' in its JSON");
        }
        else if (property.Get is null || property.Set is null && (property.AttributeProvider as PropertyInfo)?.SetMethod?.IsPublic != true)
        {
            Missing.Add($"{place}: {owner.Name}.{member.WireName} cannot be read and written");
        }
        else if (!Fits(member.Shape, property.DeclaredType))
        {
            Missing.Add($"{place}: a {model.TypeOf(member.Shape)} ({member.Shape}) does not fit {owner.Name}.{member.WireName}, a {property.DeclaredType}");
        }
    }

    private bool Fits(string shape, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        switch (model.TypeOf(shape))
        {
            case "string":
                return model.Shape(shape).TryGetProperty("enum", out _) ? IsOpenValue(type) : type == typeof(string);
            case "integer":
                return type == typeof(int) || type == typeof(long);
            case "long":
                return type == typeof(long);
            case "float":
                return type == typeof(float) || type == typeof(double);
            case "double":
                return type == typeof(double);
            case "boolean":
                return type == typeof(bool);
            case "blob":
                return type == typeof(ReadOnlyMemory<byte>);
            case "timestamp":
                return type == typeof(DateTimeOffset);
            case "list":
                return Implemented(type, typeof(IList<>)) is [var element]
                    && Fits(model.Shape(shape).GetProperty("member").GetProperty("shape").GetString()!, element);
            case "map":
                return Implemented(type, typeof(IDictionary<,>)) is [var key, var value] && key == typeof(string)
                    && Fits(model.Shape(shape).GetProperty("value").GetProperty("shape").GetString()!, value);
            case "structure" when model.Is(shape, "document"):
                return type == typeof(JsonElement);
            case "structure":
                if (!type.IsClass || type.Assembly != typeof(BedrockJson).Assembly)
                {
                    return false;
                }

                Structure(shape, type);
                return true;
            default:
                return false;
        }
    }

    private static bool IsOpenValue(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenValue<>));

    private static Type[]? Implemented(Type type, Type definition) => type.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition)?.GetGenericArguments();

    private static Type? VariantOf(Type union, string wireName) => union.Assembly.GetTypes().FirstOrDefault(t =>
        t is { IsAbstract: false, IsPublic: true } && t.IsSubclassOf(union)
        && BedrockJson.Options.TryGetTypeInfo(t, out JsonTypeInfo? info) && info.Properties.Any(p => p.Name == wireName && !p.IsExtensionData));
}
